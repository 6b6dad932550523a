package org.throughline.order;

import static java.util.Objects.requireNonNull;

import org.throughline.shared.Violation;

/**
 * Something that an order waits for.
 *
 * @param text for people; never null
 */
public record Hold(HoldReason reason, String text) {

    public Hold {
        requireNonNull(reason, "reason");
        requireNonNull(text, "text");
    }

    static Hold of(HoldReason reason, Violation violation) {
        return new Hold(reason, violation.message());
    }
}
