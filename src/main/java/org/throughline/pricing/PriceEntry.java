package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * A price from a quantity on.
 *
 * @param id of the list or agreement
 * @param unit that price and quantities are for
 * @param minQuantity of the unit; zero when there is no smallest quantity
 * @param unitPrice per base quantity; not negative
 * @param baseQuantity of the unit; above zero
 */
public record PriceEntry(
        PriceSource source,
        String id,
        Currency currency,
        String unit,
        BigDecimal minQuantity,
        BigDecimal unitPrice,
        BigDecimal baseQuantity,
        Period validity) {

    public PriceEntry {
        requireNonNull(source, "source");
        requireNonNull(id, "id");
        requireNonNull(currency, "currency");
        requireNonNull(unit, "unit");
        requireNonNull(minQuantity, "minQuantity");
        requireNonNull(unitPrice, "unitPrice");
        requireNonNull(validity, "validity");
        if (baseQuantity.signum() <= 0) {
            throw new IllegalArgumentException("base quantity is not above zero");
        }
    }
}
