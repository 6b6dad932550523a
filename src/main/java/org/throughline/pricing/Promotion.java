package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A percentage off for everybody, from a quantity on.
 *
 * @param minQuantity in the item's base unit; zero when there is no smallest quantity
 */
public record Promotion(String id, String description, BigDecimal minQuantity, BigDecimal percent, Period validity) {

    public Promotion {
        requireNonNull(id, "id");
        requireNonNull(description, "description");
        requireNonNull(minQuantity, "minQuantity");
        requireNonNull(percent, "percent");
        requireNonNull(validity, "validity");
    }
}
