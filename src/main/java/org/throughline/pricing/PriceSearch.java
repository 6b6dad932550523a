package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.throughline.shared.CustomerRef;

/**
 * Which part of a customer's price list is wanted.
 *
 * @param date whose prices count; null: today
 * @param itemGroup only items of this group; null: of all groups
 */
public record PriceSearch(CustomerRef customer, LocalDate date, String itemGroup) {

    public PriceSearch {
        requireNonNull(customer, "customer");
    }
}
