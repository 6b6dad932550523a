package org.throughline.erp.embedded.backoffice;

import org.throughline.erp.embedded.By;

/** Somebody does something and says why. */
record Explained(String by, String why) {

    static Explained of(Fields fields) {
        return new Explained(fields.text("by", Decision.LONGEST_NAME), fields.text("why", Decision.LONGEST_REASON));
    }

    By who() {
        return new By(by, why);
    }
}
