package org.throughline.order;

import static java.util.Objects.requireNonNull;

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
}
