package org.throughline.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violations;
import org.throughline.tax.TaxDetermination;
import org.throughline.tax.TaxTreatment;
import org.throughline.tax.TaxableLine;

/** Prices the lines of a basket one by one and notes everything that is wrong with them. */
final class LinePricing {

    /** Amounts of lines stay below; the totals of the largest basket then still fit the contract. */
    private static final BigDecimal AMOUNT_LIMIT = BigDecimal.TEN.pow(11);

    private static final int QUANTITY_DECIMALS = 6;

    private final Map<ItemId, ItemTerms> items;
    private final UnitPrices prices;
    private final TaxDetermination taxes;
    private final Violations violations;

    LinePricing(Map<ItemId, ItemTerms> items, UnitPrices prices, TaxDetermination taxes, Violations violations) {
        this.items = items;
        this.prices = prices;
        this.taxes = taxes;
        this.violations = violations;
    }

    /**
     * A line with everything but its share of the document's tax.
     *
     * @param pricedQuantity in the unit that the price is for
     */
    record Draft(
            PriceLine asked,
            ItemTerms item,
            PriceUnit ordered,
            BigDecimal pricedQuantity,
            UnitPrice price,
            TaxTreatment treatment) {

        TaxableLine taxable() {
            return new TaxableLine(
                    asked.id(), pricedQuantity, price.price(), price.baseQuantity(), List.of(), List.of(), treatment);
        }
    }

    /** @return empty when something is wrong with the line; it is among the violations then */
    Optional<Draft> draft(PriceLine line, int index) {
        return draft(line, new LinePath(index));
    }

    /** Written out only when something is wrong. */
    private record LinePath(int index) {

        String to(String element) {
            return "line[" + index + "]." + element;
        }
    }

    private Optional<Draft> draft(PriceLine line, LinePath path) {
        ItemTerms item = items.get(line.item());
        if (item == null) {
            violations.add(ErrorCode.ITEM_NOT_FOUND.at(path.to("item")));
            return Optional.empty();
        }
        boolean sellable = isSellable(item, path);
        Optional<TaxTreatment> treatment = treatment(item, path);
        Optional<PriceUnit> unit = unit(line, item, path);
        if (unit.isEmpty() || !isAllowed(line.quantity(), unit.get(), path) || !sellable) {
            return Optional.empty();
        }
        Optional<UnitPrice> price = price(line, item, unit.get(), path);
        return treatment.isPresent() && price.isPresent()
                ? sensible(draft(line, item, unit.get(), price.get(), treatment.get()), path)
                : Optional.empty();
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

    private Optional<PriceUnit> unit(PriceLine line, ItemTerms item, LinePath path) {
        if (line.unit() == null) {
            return Optional.of(item.baseUnit());
        }
        Optional<PriceUnit> unit = item.unit(line.unit());
        if (unit.isEmpty()) {
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

    private Optional<UnitPrice> price(PriceLine line, ItemTerms item, PriceUnit unit, LinePath path) {
        BigDecimal baseQuantity = line.quantity().multiply(unit.factor());
        Optional<UnitPrice> price = prices.find(item, unit, baseQuantity);
        if (price.isEmpty()) {
            violations.add(
                    prices.lacksRate(item, unit, baseQuantity)
                            ? ErrorCode.NO_EXCHANGE_RATE.at(path.to("item"))
                            : ErrorCode.NO_PRICE.at(path.to("item")).withRemedy(smallestQuantity(item, baseQuantity)));
        }
        return price;
    }

    private Remedy smallestQuantity(ItemTerms item, BigDecimal baseQuantity) {
        QuantitySteps<BigDecimal> thresholds = prices.thresholds(item);
        for (int i = thresholds.reached(baseQuantity); i < thresholds.size(); i++) {
            BigDecimal threshold = thresholds.from(i);
            if (prices.find(item, item.baseUnit(), threshold).isPresent()) {
                return Remedy.of("There is a price from "
                        + threshold.stripTrailingZeros().toPlainString() + " "
                        + item.baseUnit().code() + " on.");
            }
        }
        return Remedy.NONE;
    }

    private static Draft draft(
            PriceLine line, ItemTerms item, PriceUnit unit, UnitPrice price, TaxTreatment treatment) {
        return new Draft(line, item, unit, inUnit(line.quantity(), unit, price.unit()), price, treatment);
    }

    private static BigDecimal inUnit(BigDecimal quantity, PriceUnit from, PriceUnit to) {
        return from.code().equals(to.code())
                ? quantity
                : quantity.multiply(from.factor()).divide(to.factor(), QUANTITY_DECIMALS, RoundingMode.HALF_UP);
    }

    private Optional<Draft> sensible(Draft draft, LinePath path) {
        BigDecimal limit = AMOUNT_LIMIT.multiply(draft.price().baseQuantity());
        if (draft.pricedQuantity().multiply(draft.price().price()).compareTo(limit) >= 0) {
            violations.add(ErrorCode.INVALID_QUANTITY
                    .at(path.to("quantity"), "The amount of the line is too large.")
                    .withRemedy(Remedy.of("Keep it below 100,000,000,000.")));
            return Optional.empty();
        }
        return Optional.of(draft);
    }
}
