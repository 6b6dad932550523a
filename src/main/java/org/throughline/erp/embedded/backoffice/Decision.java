package org.throughline.erp.embedded.backoffice;

import java.util.Optional;
import org.throughline.erp.embedded.By;

/**
 * Somebody decides something about a document.
 *
 * @param version that the document must have; null for any
 */
record Decision(String by, String why, Integer version) {

    static final int LONGEST_NAME = 120;
    static final int LONGEST_REASON = 500;

    static Decision of(Fields fields) {
        return new Decision(
                fields.text("by", LONGEST_NAME), fields.text("why", LONGEST_REASON), fields.optionalNumber("version"));
    }

    By who() {
        return new By(by, why);
    }

    Optional<Integer> expectedVersion() {
        return Optional.ofNullable(version);
    }
}
