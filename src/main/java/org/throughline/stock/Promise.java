package org.throughline.stock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What can be delivered of a wish; all quantities in the unit asked for.
 *
 * @param confirmed sum of the schedule lines
 * @param availableOnRequiredDay the largest quantity that could be delivered on the required day, at most what was
 *     asked for
 * @param complete whether everything asked for is confirmed
 * @param completeOn when the last schedule line is delivered; empty unless complete
 * @param schedule the earliest first; empty when nothing is confirmed
 */
public record Promise(
        BigDecimal confirmed,
        BigDecimal availableOnRequiredDay,
        boolean complete,
        Optional<LocalDate> completeOn,
        List<ScheduleLine> schedule) {

    public Promise {
        schedule = List.copyOf(schedule);
    }
}
