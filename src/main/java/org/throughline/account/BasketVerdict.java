package org.throughline.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.ItemId;

/**
 * What of a basket would pass.
 *
 * @param lines in the order asked
 */
public record BasketVerdict(List<Line> lines) {

    public BasketVerdict {
        lines = List.copyOf(lines);
    }

    /**
     * @param quantity as asked
     * @param largest the largest quantity that would pass while the other lines stay as asked; 0 when none would; empty when
     *     any would
     * @param largestTogether the quantity that would pass when all lines are reduced in the same proportion; as asked when
     *     the basket passes
     */
    public record Line(
            ItemId item, String unit, BigDecimal quantity, Optional<BigDecimal> largest, BigDecimal largestTogether) {}
}
