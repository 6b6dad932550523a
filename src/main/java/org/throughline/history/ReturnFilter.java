package org.throughline.history;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.throughline.shared.ItemId;

/**
 * Which returns are wanted.
 *
 * @param dates of the requests; never null
 * @param states empty for all
 * @param item one that must be on a line; null for any
 */
public record ReturnFilter(DateRange dates, Set<ReturnState> states, ItemId item) {

    public static final ReturnFilter ALL = new ReturnFilter(DateRange.ALL, Set.of(), null);

    public ReturnFilter {
        requireNonNull(dates, "dates");
        states = Set.copyOf(states);
    }
}
