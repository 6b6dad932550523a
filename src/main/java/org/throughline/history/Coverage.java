package org.throughline.history;

import java.time.LocalDate;
import org.throughline.shared.ItemId;

/**
 * What a service contract covers.
 *
 * @param number of the line within the contract
 * @param item null when it is a group, or everything
 * @param itemGroup null when it is an item, or everything
 * @param from the first day
 * @param until the day after the last; null as long as the contract
 */
public record Coverage(int number, ItemId item, String itemGroup, Extent extent, LocalDate from, LocalDate until) {

    /** What of a repair the customer does not pay for. */
    public enum Extent {
        LABOUR,
        PARTS,
        LABOUR_AND_PARTS
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
