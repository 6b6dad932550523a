package org.throughline.erp.tryton;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.account.Account;
import org.throughline.account.AccountAddress;
import org.throughline.account.AccountStatus;
import org.throughline.account.AddressKind;
import org.throughline.account.TaxRegistration;
import org.throughline.shared.Erp;

/**
 * Reads Tryton's parties as accounts. Tryton has no holds, price groups, exemption certificates and other accounts to invoice;
 * its only branch is the company, by its id, and the only currency of an account is the company's.
 */
@Component
class TrytonParties {

    static final String MODEL = "party.party";
    static final String TERMS = "customer_payment_term";
    static final String PRICE_LIST = "sale_price_list";
    static final String IDENTIFIERS = "identifiers";

    private final TrytonClient tryton;
    private final TrytonCurrencies currencies;
    private final TrytonIds ids;

    TrytonParties(TrytonClient tryton, TrytonCurrencies currencies, Erp erp) {
        this.tryton = tryton;
        this.currencies = currencies;
        this.ids = new TrytonIds(erp.dataset());
    }

    /** All that {@link #account} needs, of every party that has a code; also of those that are switched off. */
    static TrytonQuery all() {
        List<String> fields = Stream.of(
                        List.of("code", "name", "active", "_timestamp", PRICE_LIST),
                        TrytonStamps.FIELDS,
                        TrytonTerms.fields(TERMS),
                        List.of("tax_identifier.code", "tax_identifier.type"),
                        TrytonStamps.fields(IDENTIFIERS),
                        TrytonAddressBook.fields(),
                        TrytonContacts.fields())
                .flatMap(List::stream)
                .toList();
        return TrytonQuery.of(MODEL, fields.toArray(String[]::new))
                .where("code", "!=", null)
                .in(Map.of("active_test", false));
    }

    Account account(TrytonRecord party) {
        TrytonStamps stamps = stamps(party);
        List<AccountAddress> addresses = TrytonAddressBook.of(party);
        return new Account(
                ids.account(party.text("code")),
                name(party),
                party.flag("active") ? AccountStatus.ACTIVE : AccountStatus.INACTIVE,
                List.of(),
                branch(tryton),
                currencies.own().currency(),
                TrytonTerms.of(party, TERMS),
                party.id(PRICE_LIST) == null ? null : party.id(PRICE_LIST).toString(),
                null,
                tax(party, addresses),
                null,
                addresses,
                TrytonContacts.of(party),
                stamps.version(),
                stamps.last());
    }

    /** The branch that every account belongs to. */
    static String branch(TrytonClient tryton) {
        return Long.toString(tryton.company());
    }

    /** A change of an address or of a way to reach somebody is one of the account, too. */
    static TrytonStamps stamps(TrytonRecord party) {
        return TrytonStamps.of(
                party,
                Stream.of(TrytonAddressBook.FIELD, TrytonContacts.FIELD, IDENTIFIERS)
                        .flatMap(field -> party.all(field).stream()));
    }

    /** Tryton does not ask for a name. */
    static String name(TrytonRecord party) {
        return Optional.ofNullable(party.text("name"))
                .filter(name -> !name.isBlank())
                .orElse(party.text("code"));
    }

    /** The country of the tax number; without one, that of the address for invoices. */
    private TaxRegistration tax(TrytonRecord party, List<AccountAddress> addresses) {
        Optional<TrytonRecord> number = party.related("tax_identifier");
        String country = number.map(row -> TrytonTaxNumbers.country(row.text("type"), row.text("code")))
                .orElseGet(() -> addresses.stream()
                        .filter(address -> address.kind() == AddressKind.BILLING)
                        .findFirst()
                        .map(address -> address.address().country())
                        .orElse(null));
        return new TaxRegistration(country, number.map(row -> row.text("code")).orElse(null), null);
    }
}
