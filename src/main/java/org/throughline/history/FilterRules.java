package org.throughline.history;

import static org.throughline.shared.ErrorCode.INVALID_VALUE;

import org.throughline.shared.Remedy;
import org.throughline.shared.Violations;

/** What can be wrong with the ranges of a filter. */
final class FilterRules {

    private FilterRules() {}

    /** The elements "from" and "until". */
    static Violations dates(DateRange dates) {
        Violations violations = new Violations();
        if (dates.isEmpty()) {
            violations.add(INVALID_VALUE
                    .at("until", "The range ends before its first day is over: it holds no day.")
                    .withRemedy(Remedy.of("Send a day after \"from\"; for one single day, the day after it.")));
        }
        return violations;
    }

    /** The same, and the elements "currency", {@code min} and {@code max}. */
    static Violations ranges(DateRange dates, AmountRange amounts, String min, String max) {
        Violations violations = dates(dates);
        if (amounts.isBounded() && amounts.currency() == null) {
            violations.add(INVALID_VALUE
                    .at("currency", "Amounts can only be compared in one currency.")
                    .withRemedy(Remedy.of("Send the currency that the amounts are in.")));
        }
        if (amounts.isEmpty()) {
            violations.add(INVALID_VALUE
                    .at(max, "The largest amount is below the smallest.")
                    .withRemedy(Remedy.of("Send at least the value of \"" + min + "\".")));
        }
        return violations;
    }
}
