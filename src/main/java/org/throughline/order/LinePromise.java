package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.stock.ScheduleLine;

/**
 * What can be delivered of a line, and when; quantities in the line's unit.
 *
 * @param reservable what is in stock or expected; of what is not kept in stock, everything
 * @param schedule the earliest first; parts that are yet to be ordered in are counted from today
 */
public record LinePromise(BigDecimal reservable, List<ScheduleLine> schedule) {

    static final LinePromise NOTHING = new LinePromise(BigDecimal.ZERO, List.of());

    public LinePromise {
        requireNonNull(reservable, "reservable");
        schedule = List.copyOf(schedule);
    }
}
