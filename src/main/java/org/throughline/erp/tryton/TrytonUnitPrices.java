package org.throughline.erp.tryton;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Asks Tryton for unit prices and taxes of lines, never line by line: one question for each of the categories that taxes come
 * from, which tells the taxes of all its products and the price of one; and one for all other products at each quantity between
 * two of the price list's breaks.
 */
@Component
class TrytonUnitPrices {

    private final TrytonClient tryton;
    private final TrytonPriceListLines lists;
    private final Kept<Integer> decimals;

    TrytonUnitPrices(TrytonClient tryton, TrytonPriceListLines lists, Clock clock) {
        this.tryton = tryton;
        this.lists = lists;
        this.decimals = new Kept<>(this::readDecimals, clock);
    }

    /** How many decimals Tryton keeps of a unit price. */
    int decimals() {
        return decimals.get();
    }

    Map<AskedLine, TrytonPrice> of(SaleQuestion sale, List<AskedLine> lines) {
        Map<AskedLine, TrytonPrice> prices = new LinkedHashMap<>();
        Map<Optional<Long>, List<Long>> taxes = new HashMap<>();
        List<AskedLine> others = new ArrayList<>();
        for (AskedLine line : lines) {
            Optional<Long> taxed = Optional.ofNullable(line.product().taxed());
            if (taxes.containsKey(taxed)) {
                others.add(line);
            } else {
                TrytonPrice price = askOne(sale, line);
                taxes.put(taxed, price.taxes());
                prices.put(line, price);
            }
        }
        askTogether(sale, others, taxes, prices);
        return prices;
    }

    /** The taxes of a product in a sale. */
    List<Long> taxes(SaleQuestion sale, TrytonProduct product) {
        return chosen(sale.line(product, product.sale().id(), BigDecimal.ONE)).taxes();
    }

    private TrytonPrice askOne(SaleQuestion sale, AskedLine line) {
        return chosen(sale.line(line.product(), line.unit().id(), line.quantity()));
    }

    /** Price and taxes of a line, as when somebody chooses its product. */
    private TrytonPrice chosen(Map<String, Object> values) {
        JsonNode changes = tryton.ask("model.sale.line.on_change", List.of(values, List.of("product")), Map.of())
                .get(0);
        List<Long> taxes = StreamSupport.stream(
                        changes.path("taxes").path("add").spliterator(), false)
                .map(added -> added.get(1).get("id").asLong())
                .sorted()
                .toList();
        return new TrytonPrice(TrytonJson.decimal(changes.path("unit_price")), taxes);
    }

    private void askTogether(
            SaleQuestion sale,
            List<AskedLine> lines,
            Map<Optional<Long>, List<Long>> taxes,
            Map<AskedLine, TrytonPrice> prices) {
        Steps steps = new Steps(sale.buyer(), lines);
        Map<Group, List<AskedLine>> groups = lines.stream()
                .collect(groupingBy(
                        line -> steps.group(
                                line,
                                taxes.get(Optional.ofNullable(line.product().taxed()))),
                        LinkedHashMap::new,
                        toList()));
        groups.forEach((group, together) -> {
            Map<Long, BigDecimal> found = askGroup(sale, group, together);
            for (AskedLine line : together) {
                List<Long> ofLine = taxes.get(Optional.ofNullable(line.product().taxed()));
                prices.put(line, new TrytonPrice(found.get(line.product().id()), ofLine));
            }
        });
    }

    private Map<Long, BigDecimal> askGroup(SaleQuestion sale, Group group, List<AskedLine> lines) {
        List<Long> products =
                lines.stream().map(line -> line.product().id()).distinct().toList();
        Map<String, Object> context = sale.context(group.unit(), lines.get(0).quantity(), group.taxes());
        Map<Long, BigDecimal> prices = new HashMap<>();
        for (TrytonRecord row : tryton.read("product.product", products, List.of("sale_price_uom"), context)) {
            prices.put(row.id(), rounded(row.decimal("sale_price_uom")));
        }
        return prices;
    }

    /** As Tryton rounds the price of a line. */
    private BigDecimal rounded(BigDecimal price) {
        return price == null ? null : price.setScale(decimals(), RoundingMode.HALF_EVEN);
    }

    /** The digits before and after the point are a text with a list in it. */
    private int readDecimals() {
        JsonNode digits = tryton.ask("model.sale.line.fields_get", List.of(List.of("unit_price")), Map.of())
                .path("unit_price")
                .path("digits");
        return TrytonReply.JSON.readTree(digits.asString()).get(1).asInt();
    }

    /**
     * Lines that are asked for together.
     *
     * @param step of the price list that their quantities reach, or the quantity itself
     * @param taxes that prices with tax are freed from; empty when the list has prices without tax
     */
    private record Group(long unit, BigDecimal step, List<Long> taxes) {}

    /** Quantities that Tryton's price list does not tell apart. */
    private final class Steps {

        private final TrytonBuyer.PriceList list;
        private final List<BigDecimal> breaks;

        /** The breaks are read only when there are several quantities. */
        Steps(TrytonBuyer buyer, Collection<AskedLine> lines) {
            this.list = buyer.priceList();
            boolean several = lines.stream()
                            .map(line -> line.quantity().stripTrailingZeros())
                            .distinct()
                            .count()
                    > 1;
            this.breaks = list != null && several ? lists.of(list.id()).breaks() : List.of();
        }

        Group group(AskedLine line, List<Long> taxes) {
            List<Long> included = list != null && list.taxIncluded() ? taxes : List.of();
            return new Group(line.unit().id(), step(line), included);
        }

        /** In another unit than the list's, Tryton converts with binary numbers, so that only equal quantities are safe. */
        private BigDecimal step(AskedLine line) {
            if (list == null) {
                return BigDecimal.ZERO;
            }
            boolean comparable = line.unit().equals(line.product().base())
                    && line.unit().equals(line.product().sale());
            return comparable
                    ? BigDecimal.valueOf(breaks.stream()
                            .filter(least -> least.compareTo(line.quantity()) <= 0)
                            .count())
                    : line.quantity().stripTrailingZeros();
        }
    }
}
