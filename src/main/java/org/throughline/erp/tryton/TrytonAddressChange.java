package org.throughline.erp.tryton;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.account.AccountAddress;
import org.throughline.account.AddressKind;
import org.throughline.shared.PostalAddress;

/**
 * Writes the addresses of an account into a party. Where an address of Tryton serves two purposes and one of them moves, that one
 * gets an address of its own. What is removed is switched off: documents may name it.
 */
@Component
class TrytonAddressChange {

    private final TrytonCountries countries;

    TrytonAddressChange(TrytonCountries countries) {
        this.countries = countries;
    }

    /** One address of Tryton: what it shall be, and what for. */
    private static final class Row {

        private final Long id;
        private final PostalAddress address;
        private final List<AddressKind> kinds = new ArrayList<>();

        Row(Long id, AccountAddress first) {
            this.id = id;
            this.address = first.address();
            this.kinds.add(first.kind());
        }

        boolean takes(Long id, AccountAddress other) {
            return id != null && id.equals(this.id) && address.equals(other.address());
        }
    }

    /** @return what to write into the field of the party */
    List<Object> created(List<AccountAddress> addresses) {
        return changed(List.of(), List.of(), addresses);
    }

    /**
     * @param rows those that the party has
     * @param present the same as addresses of the account
     * @param wanted what shall become of them
     * @return what to write into the field of the party
     */
    List<Object> changed(List<TrytonRecord> rows, List<AccountAddress> present, List<AccountAddress> wanted) {
        List<Row> kept = rows(present, wanted);
        List<Object> orders = new ArrayList<>();
        rows.stream()
                .map(TrytonRecord::id)
                .filter(id -> kept.stream().noneMatch(row -> Long.valueOf(id).equals(row.id)))
                .forEach(id -> orders.add(List.of("write", List.of(id), Map.of("active", false))));
        for (int i = 0; i < kept.size(); i++) {
            Row row = kept.get(i);
            Map<String, Object> values = values(row, i + 1);
            orders.add(row.id == null ? List.of("create", List.of(values)) : List.of("write", List.of(row.id), values));
        }
        return orders;
    }

    /** In the order in which Tryton shall look at them. */
    private static List<Row> rows(List<AccountAddress> present, List<AccountAddress> wanted) {
        Map<String, AccountAddress> before = new LinkedHashMap<>();
        present.forEach(address -> before.put(address.id(), address));
        List<Row> rows = new ArrayList<>();
        wanted.stream()
                .sorted(Comparator.comparing(AccountAddress::isDefault).reversed())
                .forEach(address -> add(rows, place(address, before, wanted), address));
        return rows;
    }

    private static void add(List<Row> rows, Long id, AccountAddress address) {
        Optional<Row> same = rows.stream().filter(row -> row.takes(id, address)).findFirst();
        same.ifPresentOrElse(row -> row.kinds.add(address.kind()), () -> rows.add(new Row(id, address)));
    }

    /** The address of Tryton that holds it; null when it needs one of its own. */
    private static Long place(AccountAddress address, Map<String, AccountAddress> before, List<AccountAddress> wanted) {
        if (!before.containsKey(address.id())) {
            return null;
        }
        long row = TrytonAddressBook.row(address.id());
        boolean moved = !before.get(address.id()).address().equals(address.address());
        boolean othersStay = wanted.stream()
                .filter(other -> before.containsKey(other.id()) && TrytonAddressBook.row(other.id()) == row)
                .anyMatch(other -> !other.address().equals(address.address()));
        return moved && othersStay ? null : Long.valueOf(row);
    }

    private Map<String, Object> values(Row row, int sequence) {
        Map<String, Object> values = new HashMap<>(TrytonAddresses.values(row.address));
        values.put("country", countries.find(row.address.country()).orElse(null));
        values.put("subdivision", countries.region(row.address.region()).orElse(null));
        values.put("sequence", sequence);
        Stream.of(AddressKind.values())
                .forEach(kind -> values.put(TrytonAddressBook.mark(kind), row.kinds.contains(kind)));
        return values;
    }
}
