package org.throughline.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.throughline.shared.Remedy;

/** The days on which an item begins to have a price, and those after its last. */
record PriceDays(TreeSet<LocalDate> begins, TreeSet<LocalDate> ends) {

    static PriceDays of(List<PriceEntry> prices) {
        PriceDays days = new PriceDays(new TreeSet<>(), new TreeSet<>());
        for (PriceEntry price : prices) {
            if (price.validity().from() != null) {
                days.begins.add(price.validity().from());
            }
            if (price.validity().until() != null) {
                days.ends.add(price.validity().until());
            }
        }
        return days;
    }

    /** For a day on which there is no price. */
    Remedy remedyFor(LocalDate day) {
        LocalDate next = begins.higher(day);
        if (next != null) {
            return Remedy.of("There is a price from " + next + " on.");
        }
        LocalDate last = ends.floor(day);
        return last == null ? Remedy.NONE : Remedy.of("There was a price until " + last.minusDays(1) + ".");
    }
}
