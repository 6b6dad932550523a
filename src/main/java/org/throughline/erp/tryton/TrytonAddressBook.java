package org.throughline.erp.tryton;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.throughline.account.AccountAddress;
import org.throughline.account.AddressKind;

/**
 * The addresses of a party as those of an account. One address of Tryton can be for invoices and for deliveries, and is two of
 * the account then. Tryton uses the first in the party's order that is marked for a purpose; one without a mark is for anything.
 * When none is marked for invoices, Tryton sends them to the very first.
 */
final class TrytonAddressBook {

    static final String FIELD = "addresses";

    /** Ends the ids of addresses, which name the address and the purpose. */
    private static final Map<AddressKind, String> SUFFIX =
            new EnumMap<>(Map.of(AddressKind.BILLING, "-B", AddressKind.SHIPPING, "-S"));

    private static final Map<AddressKind, String> MARK =
            new EnumMap<>(Map.of(AddressKind.BILLING, "invoice", AddressKind.SHIPPING, "delivery"));

    private TrytonAddressBook() {}

    /** What has to be read of a party. */
    static List<String> fields() {
        return Stream.of(
                        TrytonAddresses.FIELDS,
                        TrytonStamps.FIELDS,
                        List.of("active", "sequence", "invoice", "delivery", "_timestamp"))
                .flatMap(List::stream)
                .map(field -> FIELD + "." + field)
                .toList();
    }

    /** In the party's order, the default ones first. An address without country is none. */
    static List<AccountAddress> of(TrytonRecord party) {
        List<TrytonRecord> rows = rows(party);
        List<AccountAddress> addresses = new ArrayList<>();
        for (AddressKind kind : AddressKind.values()) {
            List<TrytonRecord> serving = serving(rows, kind);
            for (int i = 0; i < serving.size(); i++) {
                addresses.add(address(serving.get(i), kind, i == 0));
            }
        }
        return addresses.stream()
                .sorted(Comparator.comparing(AccountAddress::isDefault).reversed())
                .toList();
    }

    /** The party's addresses that are in use and have a country, in its order. */
    static List<TrytonRecord> rows(TrytonRecord party) {
        return party.all(FIELD).stream()
                .filter(row -> row.flag("active") && TrytonAddresses.of(row) != null)
                .toList();
    }

    static String mark(AddressKind kind) {
        return MARK.get(kind);
    }

    static String id(long row, AddressKind kind) {
        return row + SUFFIX.get(kind);
    }

    /** The address in Tryton that an id names. */
    static long row(String id) {
        return Long.parseLong(id.substring(0, id.indexOf('-')));
    }

    /** Those marked for it, and behind them those that are marked for nothing. */
    private static List<TrytonRecord> serving(List<TrytonRecord> rows, AddressKind kind) {
        List<TrytonRecord> marked =
                rows.stream().filter(row -> row.flag(MARK.get(kind))).toList();
        boolean needed = kind == AddressKind.BILLING && marked.isEmpty();
        Stream<TrytonRecord> first = needed ? rows.stream().limit(1) : marked.stream();
        Stream<TrytonRecord> unmarked =
                rows.stream().filter(row -> MARK.values().stream().noneMatch(row::flag));
        return Stream.concat(first, unmarked).distinct().toList();
    }

    private static AccountAddress address(TrytonRecord row, AddressKind kind, boolean isDefault) {
        return new AccountAddress(id(row.id(), kind), kind, isDefault, TrytonAddresses.of(row));
    }
}
