package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The lines of a price list in the order in which Tryton looks at them: the first that a product, its categories, the quantity
 * and the day match, decides.
 *
 * @param inSaleUnit whether quantities are in the unit that a product is sold in, else in its base unit
 */
record PriceListLines(long list, boolean inSaleUnit, List<Line> lines) {

    PriceListLines {
        lines = List.copyOf(lines);
    }

    /**
     * @param product that the line is for; null for any
     * @param category that the line is for; null for any
     * @param least the quantity that the line begins at; zero for any
     * @param formula Python, over list_price, unit_price and cost_price
     * @param from first day; null for any
     * @param to last day; null for any
     */
    record Line(Long product, Long category, BigDecimal least, String formula, LocalDate from, LocalDate to) {}

    /** The quantities above zero that a line begins at. */
    List<BigDecimal> breaks() {
        return lines.stream()
                .map(Line::least)
                .filter(least -> least.signum() > 0)
                .distinct()
                .sorted()
                .toList();
    }

    /** @param categories of the product, and those above them */
    List<Line> of(long product, List<Long> categories) {
        return lines.stream()
                .filter(line -> line.product() == null || Objects.equals(line.product(), product))
                .filter(line -> line.category() == null || categories.contains(line.category()))
                .toList();
    }
}
