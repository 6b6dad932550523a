package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * How far a line is, in its own unit.
 *
 * @param allocated reserved, of stock or of expected supply, and not yet shipped
 * @param shipped handed to the carrier
 * @param invoiced on invoices
 */
public record LineProgress(BigDecimal allocated, BigDecimal shipped, BigDecimal invoiced) {

    public static final LineProgress NONE = allocated(BigDecimal.ZERO);

    public LineProgress {
        requireNonNull(allocated, "allocated");
        requireNonNull(shipped, "shipped");
        requireNonNull(invoiced, "invoiced");
    }

    /** With so much more, or less, allocated. */
    public LineProgress allocating(BigDecimal more) {
        return new LineProgress(allocated.add(more), shipped, invoiced);
    }

    /** With so much of what is allocated shipped. */
    public LineProgress shipping(BigDecimal quantity) {
        return new LineProgress(allocated.subtract(quantity), shipped.add(quantity), invoiced);
    }

    /** The same with another quantity reserved. */
    public LineProgress reserving(BigDecimal quantity) {
        return new LineProgress(quantity, shipped, invoiced);
    }

    public static LineProgress allocated(BigDecimal quantity) {
        return new LineProgress(quantity, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
