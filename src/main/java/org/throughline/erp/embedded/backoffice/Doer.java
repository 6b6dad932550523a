package org.throughline.erp.embedded.backoffice;

import org.throughline.erp.embedded.By;

/**
 * Somebody does something that need not be explained.
 *
 * @param why null when it was not said
 */
record Doer(String by, String why) {

    static Doer of(Fields fields) {
        return new Doer(fields.text("by", Decision.LONGEST_NAME), fields.optionalText("why", Decision.LONGEST_REASON));
    }

    By who() {
        return new By(by, why);
    }
}
