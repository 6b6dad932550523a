package org.throughline.account;

import static org.throughline.shared.ErrorCode.INVALID_VALUE;

import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.throughline.shared.TaxIds;
import org.throughline.shared.Violations;

/** What must be true of an account in any ERP. Paths are those of createAccount and updateAccount. */
final class AccountRules {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern TAX_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./*+-]*");

    /** ISO 3166-1, and the two codes that tax and trade use besides: Northern Ireland and Kosovo. */
    private static final Set<String> MORE_COUNTRIES = Set.of("XI", "XK");

    private final Violations violations;
    private final TaxIds taxIds;

    private AccountRules(Violations violations, TaxIds taxIds) {
        this.violations = violations;
        this.taxIds = taxIds;
    }

    static void checkNew(AccountDetails details, TaxIds taxIds, Violations violations) {
        AccountRules rules = new AccountRules(violations, taxIds);
        rules.newAccount(details);
        rules.details(details);
    }

    static void checkChange(AccountChange change, TaxIds taxIds, Violations violations) {
        AccountRules rules = new AccountRules(violations, taxIds);
        rules.details(change.given());
        rules.cleared(change);
    }

    private void newAccount(AccountDetails details) {
        require(details.name() != null, "name", "An account needs a name.");
        require(details.currency() != null, "currency", "An account needs a currency.");
        require(
                details.addresses().stream().anyMatch(address -> address.kind() == AddressKind.BILLING),
                "address",
                "An account needs a billing address.");
        for (int i = 0; i < details.addresses().size(); i++) {
            require(details.addresses().get(i).id() == null, "address[" + i + "].id", "The ERP gives the id.");
        }
        for (int i = 0; i < details.contacts().size(); i++) {
            require(details.contacts().get(i).id() == null, "contact[" + i + "].id", "The ERP gives the id.");
        }
    }

    private void details(AccountDetails details) {
        require(notBlank(details.name()), "name", "The name is empty.");
        require(knownCurrency(details.currency()), "currency", "This is not a currency of ISO 4217.");
        require(knownCountry(details.taxCountry()), "taxCountry", "This is not a country of ISO 3166-1.");
        require(
                details.taxId() == null || TAX_ID.matcher(details.taxId()).matches(),
                "taxId",
                "A tax number has letters, digits and blanks . / * + - only.");
        taxIdOfItsCountry(details);
        exemption(details.exemption());
        addresses(details.addresses());
        contacts(details.contacts());
    }

    /** Without a country of registration, that of the first billing address counts, as it does for the account. */
    private void taxIdOfItsCountry(AccountDetails details) {
        String country = details.taxCountry() != null
                ? details.taxCountry()
                : details.addresses().stream()
                        .filter(address -> address.kind() == AddressKind.BILLING)
                        .map(address -> address.address().country())
                        .findFirst()
                        .orElse(null);
        if (country != null) {
            taxIds.check(country, details.taxId(), "taxId", violations);
        }
    }

    private void exemption(TaxExemption exemption) {
        if (exemption != null) {
            require(notBlank(exemption.certificate()), "taxExemption.certificate", "The certificate is empty.");
            require(
                    exemption.from() == null
                            || exemption.to() == null
                            || exemption.to().isAfter(exemption.from()),
                    "taxExemption.validTo",
                    "The exemption ends before it begins; validTo is the first day on which it no longer holds.");
        }
    }

    private void addresses(List<AccountAddress> addresses) {
        Set<AddressKind> defaults = EnumSet.noneOf(AddressKind.class);
        for (int i = 0; i < addresses.size(); i++) {
            AccountAddress address = addresses.get(i);
            require(
                    knownCountry(address.address().country()),
                    "address[" + i + "].address.country",
                    "This is not a country of ISO 3166-1.");
            require(
                    !address.isDefault() || defaults.add(address.kind()),
                    "address[" + i + "].preferred",
                    "Another address of this kind is preferred already; one of a kind can be.");
        }
    }

    private void contacts(List<Contact> contacts) {
        for (int i = 0; i < contacts.size(); i++) {
            Contact contact = contacts.get(i);
            require(notBlank(contact.name()), "contact[" + i + "].name", "The name is empty.");
            require(
                    contact.email() == null || EMAIL.matcher(contact.email()).matches(),
                    "contact[" + i + "].email",
                    "This is not an e-mail address.");
        }
    }

    private void cleared(AccountChange change) {
        AccountDetails given = change.given();
        contradiction(change, ClearableField.TAX_ID, given.taxId(), "taxId");
        contradiction(change, ClearableField.TAX_EXEMPTION, given.exemption(), "taxExemption");
        contradiction(change, ClearableField.PAYMENT_TERMS, given.terms(), "paymentTerms");
        contradiction(change, ClearableField.PRICE_LIST, given.priceList(), "priceList");
        contradiction(change, ClearableField.PRICE_GROUP, given.priceGroup(), "priceGroup");
        contradiction(change, ClearableField.BILL_TO, given.billTo(), "billTo");
    }

    private void contradiction(AccountChange change, ClearableField field, Object value, String path) {
        require(
                value == null || !change.cleared().contains(field),
                path,
                "The value is both given and to be cleared; send one of the two.");
    }

    private void require(boolean holds, String path, String message) {
        if (!holds) {
            violations.add(INVALID_VALUE.at(path, message));
        }
    }

    private static boolean notBlank(String text) {
        return text == null || !text.isBlank();
    }

    private static boolean knownCountry(String code) {
        return code == null
                || MORE_COUNTRIES.contains(code)
                || Arrays.asList(Locale.getISOCountries()).contains(code);
    }

    private static boolean knownCurrency(String code) {
        return code == null
                || Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
