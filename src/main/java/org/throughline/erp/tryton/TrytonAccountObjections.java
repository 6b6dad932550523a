package org.throughline.erp.tryton;

import static org.throughline.shared.ErrorCode.INVALID_VALUE;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.account.AccountAddress;
import org.throughline.account.AccountDetails;
import org.throughline.account.AddressKind;
import org.throughline.account.Contact;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;

/** What of an account Tryton has no place for, and which codes it does not know. */
@Component
class TrytonAccountObjections {

    private static final int LISTED = 50;
    private static final String LEAVE_OUT = "Leave it out.";

    private final TrytonClient tryton;
    private final TrytonCurrencies currencies;
    private final TrytonCountries countries;

    TrytonAccountObjections(TrytonClient tryton, TrytonCurrencies currencies, TrytonCountries countries) {
        this.tryton = tryton;
        this.currencies = currencies;
        this.countries = countries;
    }

    List<Violation> to(AccountDetails details) {
        Violations violations = new Violations();
        oneOf(details.branch(), List.of(TrytonParties.branch(tryton)), "branch", violations);
        oneOf(details.currency(), List.of(currencies.own().currency().getCurrencyCode()), "currency", violations);
        idOf("account.invoice.payment_term", details.terms(), "paymentTerms", violations);
        idOf("product.price_list", details.priceList(), "priceList", violations);
        noPlace(details.priceGroup(), "priceGroup", "Tryton has no price groups.", violations);
        noPlace(details.exemption(), "taxExemption", "Tryton keeps no certificates of exemption.", violations);
        noPlace(details.billTo(), "billTo.id", "Tryton invoices whoever has ordered.", violations);
        taxNumber(details, violations);
        for (int i = 0; i < details.addresses().size(); i++) {
            address(details.addresses().get(i), "address[" + i + "].address.", violations);
        }
        for (int i = 0; i < details.contacts().size(); i++) {
            contact(details.contacts().get(i), "contact[" + i + "]", violations);
        }
        return violations.found();
    }

    private void idOf(String model, String id, String path, Violations violations) {
        if (id != null) {
            List<String> known = tryton.searchRead(TrytonQuery.of(model, "id").ascending("id")).stream()
                    .map(row -> Long.toString(row.id()))
                    .toList();
            oneOf(id, known, path, violations);
        }
    }

    private static void oneOf(String code, List<String> known, String path, Violations violations) {
        if (code != null && !known.contains(code)) {
            violations.add(INVALID_VALUE
                    .at(path, "The ERP has no such code.")
                    .withRemedy(Remedy.oneOf("Use one of these.", known.subList(0, Math.min(known.size(), LISTED)))));
        }
    }

    private static void noPlace(Object value, String path, String why, Violations violations) {
        if (value != null) {
            violations.add(INVALID_VALUE.at(path, why).withRemedy(Remedy.of(LEAVE_OUT)));
        }
    }

    /** Tryton knows by the tax number where somebody is registered, and otherwise by the address for invoices. */
    private void taxNumber(AccountDetails details, Violations violations) {
        Optional<String> billing = details.addresses().stream()
                .filter(address -> address.kind() == AddressKind.BILLING)
                .findFirst()
                .map(address -> address.address().country());
        Optional<String> country = Optional.ofNullable(details.taxCountry()).or(() -> billing);
        if (details.taxId() == null) {
            country.filter(given -> billing.isPresent() && !billing.get().equals(given))
                    .ifPresent(other ->
                            violations.add(INVALID_VALUE.at("taxCountry", "Tryton knows it by the tax number only.")));
        } else if (country.isPresent() && TrytonTaxNumbers.type(country.get()).isEmpty()) {
            noPlace(details.taxId(), "taxId", "Tryton knows no tax numbers of that country.", violations);
        }
    }

    private void address(AccountAddress address, String path, Violations violations) {
        String country = address.address().country();
        if (countries.find(country).isEmpty()) {
            oneOf(country, countries.codes(), path + "country", violations);
        } else if (address.address().region() != null) {
            oneOf(address.address().region(), countries.regions(country), path + "region", violations);
        }
    }

    private static void contact(Contact contact, String path, Violations violations) {
        noPlace(contact.job(), path + ".job", "Tryton keeps no jobs of contacts.", violations);
        if (contact.email() == null && contact.phone() == null) {
            violations.add(INVALID_VALUE
                    .at(path, "Tryton keeps no contacts but those that can be reached.")
                    .withRemedy(Remedy.of("Give an e-mail address or a telephone number.")));
        }
    }
}
