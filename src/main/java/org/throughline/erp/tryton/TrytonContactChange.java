package org.throughline.erp.tryton;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.account.Contact;
import org.throughline.erp.tryton.TrytonContacts.Pair;

/** Writes the contacts of an account into a party. What is removed is switched off. */
final class TrytonContactChange {

    private final List<Object> orders = new ArrayList<>();

    private TrytonContactChange() {}

    /** @return what to write into the field of the party */
    static List<Object> created(List<Contact> contacts) {
        TrytonContactChange change = new TrytonContactChange();
        contacts.forEach(change::add);
        return change.orders;
    }

    /**
     * @param wanted what shall become of the party's contacts
     * @return what to write into the field of the party
     */
    static List<Object> changed(TrytonRecord party, List<Contact> wanted) {
        TrytonContactChange change = new TrytonContactChange();
        List<Contact> present = TrytonContacts.of(party);
        for (Pair pair : TrytonContacts.pairs(party)) {
            Optional<Contact> kept = wanted.stream()
                    .filter(contact -> contact.id().equals(pair.id()))
                    .findFirst();
            if (kept.isEmpty()) {
                pair.rows().forEach(change::remove);
            } else if (!present.contains(kept.get())) {
                change.replace(pair, kept.get());
            }
        }
        wanted.stream()
                .filter(contact -> present.stream().map(Contact::id).noneMatch(contact.id()::equals))
                .forEach(change::add);
        return change.orders;
    }

    private void add(Contact contact) {
        create(TrytonContacts.EMAIL, contact.email(), contact.name());
        create(TrytonContacts.PHONE, contact.phone(), contact.name());
    }

    private void replace(Pair pair, Contact contact) {
        replace(pair.email(), TrytonContacts.EMAIL, contact.email(), contact.name());
        replace(pair.phone(), TrytonContacts.PHONE, contact.phone(), contact.name());
    }

    private void replace(Optional<TrytonRecord> row, String type, String value, String name) {
        if (row.isEmpty()) {
            create(type, value, name);
        } else if (value == null) {
            remove(row.get());
        } else {
            orders.add(List.of("write", List.of(row.get().id()), Map.of("value", value, "name", name)));
        }
    }

    private void create(String type, String value, String name) {
        if (value != null) {
            orders.add(List.of("create", List.of(Map.of("type", type, "value", value, "name", name))));
        }
    }

    private void remove(TrytonRecord row) {
        orders.add(List.of("write", List.of(row.id()), Map.of("active", false)));
    }
}
