package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.throughline.history.ReturnState;

/**
 * A return as the back office sees it. Quantities are in the unit of the order's line.
 *
 * @param order null when it is not known, as with imported returns
 * @param warehouse where the goods came back to; null until they did
 * @param creditNotes empty until there is one
 */
public record GoodsReturn(
        String id,
        String account,
        String order,
        ReturnState state,
        LocalDate requestedOn,
        String warehouse,
        List<Line> lines,
        List<String> creditNotes) {

    public GoodsReturn {
        lines = List.copyOf(lines);
        creditNotes = List.copyOf(creditNotes);
    }

    /**
     * @param orderLine null when it is not known
     * @param quantity that is to come back
     * @param received that came back; null until it did
     * @param restocked what of it went on stock again, the rest was scrapped; null until it came back
     */
    public record Line(
            int number,
            Integer orderLine,
            String item,
            String description,
            BigDecimal quantity,
            String unit,
            String reasonCode,
            String reason,
            BigDecimal received,
            BigDecimal restocked) {

        /** What came back of goods that are back; where nobody counted, as with imported returns, all of it. */
        BigDecimal cameBack() {
            return received == null ? quantity : received;
        }
    }
}
