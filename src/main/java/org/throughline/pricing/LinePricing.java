package org.throughline.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violations;
import org.throughline.tax.TaxDetermination;
import org.throughline.tax.TaxTreatment;

/** Prices the lines of a basket one by one and notes everything that is wrong with them. */
final class LinePricing {

    /** Amounts of lines stay below; the totals of the largest basket then still fit the contract. */
    private static final BigDecimal AMOUNT_LIMIT = BigDecimal.TEN.pow(11);

    private final LocalDate date;
    private final Map<ItemId, ItemTerms> items;
    private final UnitPrices prices;
    private final TaxDetermination taxes;
    private final BreakGroups breakGroups;
    private final Violations violations;

    LinePricing(BasketContext context, List<PriceLine> lines, Violations violations) {
        this.date = context.date();
        this.items = context.items();
        this.prices = context.prices();
        this.taxes = context.taxes();
        this.breakGroups = BreakGroups.of(lines, items);
        this.violations = violations;
    }

    /** Where a line stands in the request; written out only when something is wrong. */
    private record LinePath(int index) {

        String to(String element) {
            return "line[" + index + "]." + element;
        }
    }

    /** @return empty when something is wrong with the line; it is among the violations then */
    Optional<BasketLine> price(PriceLine line, int index) {
        LinePath path = new LinePath(index);
        ItemTerms item = items.get(line.item());
        if (item == null) {
            violations.add(ErrorCode.ITEM_NOT_FOUND.at(path.to("item")));
            return Optional.empty();
        }
        boolean sellable = isSellable(item, path);
        Optional<TaxTreatment> treatment = treatment(item, path);
        PriceUnit unit = unit(line, item, path);
        if (unit == null || !isAllowed(line.quantity(), unit, path) || !sellable) {
            return Optional.empty();
        }
        Demand demand = new Demand(item, unit, line.quantity(), breakGroups.others(item, line, unit), true);
        UnitPrice price = line.setPrice() == null ? price(demand, path) : setPrice(line.setPrice(), demand, path);
        return price == null || treatment.isEmpty()
                ? Optional.empty()
                : sensible(BasketLine.of(line, demand, price, treatment.get()), path);
    }

    private boolean isSellable(ItemTerms item, LinePath path) {
        if (item.blocked()) {
            violations.add(ErrorCode.ITEM_BLOCKED.at(path.to("item")));
        }
        return !item.blocked();
    }

    private Optional<TaxTreatment> treatment(ItemTerms item, LinePath path) {
        Optional<TaxTreatment> treatment = taxes.treatmentOf(item.taxClass());
        if (treatment.isEmpty()) {
            violations.add(taxes.lackOf(item.taxClass(), path.to("item"), "shipTo"));
        }
        return treatment;
    }

    /** @return null when the item has no such unit */
    private PriceUnit unit(PriceLine line, ItemTerms item, LinePath path) {
        PriceUnit unit = line.unit() == null ? item.baseUnit() : item.unitOrNull(line.unit());
        if (unit == null) {
            List<String> codes = item.units().stream().map(PriceUnit::code).toList();
            violations.add(ErrorCode.UNIT_NOT_FOUND
                    .at(path.to("unit"))
                    .withRemedy(Remedy.oneOf("Use a unit of the item.", codes)));
        }
        return unit;
    }

    private boolean isAllowed(BigDecimal quantity, PriceUnit unit, LinePath path) {
        if (quantity.signum() > 0 && unit.allows(quantity)) {
            return true;
        }
        String text = unit.decimals() == 0
                ? "Give a whole number above zero."
                : "Give a number above zero with at most " + unit.decimals() + " decimals.";
        violations.add(ErrorCode.INVALID_QUANTITY.at(path.to("quantity")).withRemedy(Remedy.of(text)));
        return false;
    }

    /** @return null when there is none that can be given */
    private UnitPrice price(Demand demand, LinePath path) {
        UnitPrice price = prices.find(demand).orElse(null);
        if (price == null) {
            violations.add(
                    prices.lacksRate(demand)
                            ? ErrorCode.NO_EXCHANGE_RATE.at(path.to("item"))
                            : ErrorCode.NO_PRICE.at(path.to("item")).withRemedy(whenThereIsOne(demand)));
            return null;
        }
        if (!price.contradictions().isEmpty()) {
            Remedy remedy = Remedy.oneOf("Correct these in the ERP.", price.contradictions());
            violations.add(ErrorCode.CONTRADICTORY_PRICES.at(path.to("item")).withRemedy(remedy));
            return null;
        }
        return price;
    }

    /** The ERP's own price, when it has one that is meant, stands before the one given. */
    private UnitPrice setPrice(SetPrice set, Demand demand, LinePath path) {
        PriceUnit unit = set.unit() == null ? demand.ordered() : demand.item().unitOrNull(set.unit());
        if (unit == null || set.unitPrice().signum() < 0) {
            violations.add(ErrorCode.INVALID_VALUE
                    .at(path.to("agreedUnitPrice.amount"), "A price is zero or more, for a unit of the item.")
                    .withRemedy(Remedy.of("Give a price that is not negative.")));
            return null;
        }
        UnitPrice usual = prices.find(demand)
                .filter(price -> price.contradictions().isEmpty())
                .orElse(null);
        return UnitPrice.set(usual, unit, set);
    }

    /** The smallest quantity, or else the next or the last day, that has a price. */
    private Remedy whenThereIsOne(Demand demand) {
        ItemTerms item = demand.item();
        QuantitySteps<BigDecimal> thresholds = prices.thresholds(item);
        for (int i = thresholds.reached(demand.breakQuantity()); i < thresholds.size(); i++) {
            if (prices.find(item, thresholds.from(i)).isPresent()) {
                return Remedy.of("There is a price from " + PriceRules.plain(thresholds.from(i)) + " "
                        + item.baseUnit().code() + " on.");
            }
        }
        return PriceDays.of(item.prices()).remedyFor(date);
    }

    private Optional<BasketLine> sensible(BasketLine line, LinePath path) {
        BigDecimal limit = AMOUNT_LIMIT.multiply(line.price().baseQuantity());
        if (line.pricedQuantity().multiply(line.price().price()).compareTo(limit) >= 0) {
            violations.add(ErrorCode.INVALID_QUANTITY
                    .at(path.to("quantity"), "The amount of the line is too large.")
                    .withRemedy(Remedy.of("Keep it below 100,000,000,000.")));
            return Optional.empty();
        }
        return Optional.of(line);
    }
}
