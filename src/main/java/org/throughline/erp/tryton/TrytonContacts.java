package org.throughline.erp.tryton;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughline.account.Contact;

/**
 * The ways to reach a party as contacts of an account. Tryton knows no persons, but numbers and e-mail addresses, each with a
 * name perhaps. Those of the same name are one contact, or several when there are more e-mail addresses or numbers of it; those
 * without a name go by that of the party. Faxes and the like are left out.
 */
final class TrytonContacts {

    static final String FIELD = "contact_mechanisms";
    static final String EMAIL = "email";
    static final String PHONE = "phone";
    private static final List<String> PHONES = List.of(PHONE, "mobile");

    private TrytonContacts() {}

    /** An e-mail address, a number, or both. */
    record Pair(Optional<TrytonRecord> email, Optional<TrytonRecord> phone) {

        /** The ids of its parts in Tryton. */
        String id() {
            return String.join(".", rows().map(row -> Long.toString(row.id())).toList());
        }

        Stream<TrytonRecord> rows() {
            return Stream.of(email, phone).flatMap(Optional::stream);
        }

        private Contact contact(String party) {
            String name = rows().map(row -> row.text("name"))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(party);
            return new Contact(
                    id(),
                    name,
                    null,
                    email.map(row -> row.text("value")).orElse(null),
                    phone.map(row -> row.text("value")).orElse(null));
        }
    }

    /** What has to be read of a party. */
    static List<String> fields() {
        return Stream.concat(TrytonStamps.FIELDS.stream(), Stream.of("active", "type", "value", "name", "_timestamp"))
                .map(field -> FIELD + "." + field)
                .toList();
    }

    static List<Contact> of(TrytonRecord party) {
        return pairs(party).stream()
                .map(pair -> pair.contact(TrytonParties.name(party)))
                .toList();
    }

    static List<Pair> pairs(TrytonRecord party) {
        Map<String, List<TrytonRecord>> byName = party.all(FIELD).stream()
                .filter(row -> row.flag("active"))
                .collect(groupingBy(
                        row -> Objects.requireNonNullElse(row.text("name"), ""),
                        LinkedHashMap::new,
                        java.util.stream.Collectors.toList()));
        return byName.values().stream().flatMap(TrytonContacts::pairs).toList();
    }

    private static Stream<Pair> pairs(List<TrytonRecord> rows) {
        List<TrytonRecord> emails = of(rows, List.of(EMAIL));
        List<TrytonRecord> phones = of(rows, PHONES);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < Math.max(emails.size(), phones.size()); i++) {
            pairs.add(new Pair(at(emails, i), at(phones, i)));
        }
        return pairs.stream();
    }

    private static List<TrytonRecord> of(List<TrytonRecord> rows, List<String> types) {
        return rows.stream().filter(row -> types.contains(row.text("type"))).toList();
    }

    private static Optional<TrytonRecord> at(List<TrytonRecord> rows, int index) {
        return index < rows.size() ? Optional.of(rows.get(index)) : Optional.empty();
    }
}
