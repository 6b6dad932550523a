package org.throughline.pricing;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.shared.ItemId;

/**
 * What an item costs a customer, from one unit on and from each break on.
 *
 * @param unit that the prices are for
 * @param priceBaseQuantity how many of the unit a price pays for
 * @param listPrice before agreements, discounts and promotions
 * @param breaks by rising quantity; never empty, the first is from the smallest quantity on
 */
public record ListedPrice(
        ItemId item,
        String description,
        String itemGroup,
        String unit,
        BigDecimal priceBaseQuantity,
        BigDecimal listPrice,
        List<Break> breaks) {

    public ListedPrice {
        breaks = List.copyOf(breaks);
    }

    /**
     * A price from a quantity on.
     *
     * @param fromQuantity of the unit
     * @param unitPrice after all rules
     * @param rules that made it, in order
     */
    public record Break(BigDecimal fromQuantity, BigDecimal unitPrice, List<AppliedRule> rules) {

        public Break {
            rules = List.copyOf(rules);
        }
    }
}
