package org.throughline.account;

import java.util.List;
import org.throughline.shared.Violations;

/** The contacts of an account; each has an id within the account. */
public final class ContactList {

    private ContactList() {}

    /** Those of a new account. */
    public static List<Contact> of(List<Contact> given) {
        return PartIds.complete(given, Contact::id, ContactList::withId);
    }

    /**
     * What becomes of those present. The added ones get ids that none of these has.
     *
     * @param violations gets ids that are not there
     */
    public static List<Contact> changed(
            List<Contact> present, List<Contact> given, List<String> removed, Violations violations) {
        List<String> ids = present.stream().map(Contact::id).toList();
        PartIds.require(ids, given.stream().map(Contact::id).toList(), "contact[%d].id", violations);
        PartIds.require(ids, removed, "removeContactId[%d]", violations);
        return of(PartIds.changed(present, given, removed, Contact::id));
    }

    private static Contact withId(Contact contact, String id) {
        return new Contact(id, contact.name(), contact.job(), contact.email(), contact.phone());
    }
}
