package org.throughline.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violation;

/** Compares what the caller expects with what was computed. */
final class TotalsCheck {

    private TotalsCheck() {}

    /** @param expected null when any totals will do */
    static List<Violation> compare(ExpectedTotals expected, DocumentTotals computed) {
        List<Violation> found = new ArrayList<>();
        if (expected != null) {
            compare("net", expected.net(), computed.net(), found);
            compare("tax", expected.tax(), computed.tax(), found);
            compare("gross", expected.gross(), computed.gross(), found);
        }
        return found;
    }

    private static void compare(String name, BigDecimal expected, BigDecimal computed, List<Violation> found) {
        if (expected != null && expected.compareTo(computed) != 0) {
            BigDecimal difference = computed.subtract(expected);
            String direction = difference.signum() > 0 ? " higher" : " lower";
            found.add(ErrorCode.TOTAL_MISMATCH
                    .at(
                            "order.expected." + name,
                            "The " + name + " total computed here is "
                                    + difference.abs().toPlainString() + direction + " than expected.")
                    .withRemedy(Remedy.oneOf("Expect the computed total.", List.of(computed.toPlainString()))));
        }
    }
}
