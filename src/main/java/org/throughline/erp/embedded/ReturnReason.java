package org.throughline.erp.embedded;

/** Why goods come back. */
public enum ReturnReason {
    DAMAGED("Arrived damaged"),
    FAULTY("Does not work as it should"),
    WRONG_ITEM("Another item was ordered"),
    TOO_MANY("More arrived than were ordered"),
    TOO_LATE("Arrived too late"),
    NOT_NEEDED("No longer needed"),
    OTHER("Another reason");

    private final String text;

    ReturnReason(String text) {
        this.text = text;
    }

    /** For people, where nobody says more. */
    public String text() {
        return text;
    }
}
