package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is to be shipped of an order, and how.
 *
 * @param parts empty for everything that is allocated
 * @param carrier null when it is not known
 * @param consignment the carrier's number; null when there is none
 * @param trackingUrl where the carrier tells how far it is, an address of http or https; null when there is none
 */
public record ShipmentWish(List<Part> parts, String carrier, String consignment, String trackingUrl) {

    public ShipmentWish {
        parts = List.copyOf(parts);
    }

    /**
     * A part of a line, or all of it.
     *
     * @param line its number
     * @param quantity in the unit of the line; null for everything that is allocated
     */
    public record Part(int line, BigDecimal quantity) {}
}
