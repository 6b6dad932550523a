package org.throughline.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.throughline.tax.TaxTreatment;
import org.throughline.tax.TaxableLine;

/**
 * A line of a basket with its price.
 *
 * @param asked for a gift: as if it had been asked for
 * @param pricedQuantity in the unit that the price is for
 * @param adjustments what is off the line beside its unit price
 * @param promotions that look at more than one line and count for this one
 * @param freeBy the promotion that gives the line away; null when it is paid for
 */
record BasketLine(
        PriceLine asked,
        Demand demand,
        BigDecimal pricedQuantity,
        UnitPrice price,
        TaxTreatment treatment,
        List<LineAdjustment> adjustments,
        List<PromotionTerms> promotions,
        String freeBy) {

    private static final int QUANTITY_DECIMALS = 6;

    BasketLine {
        adjustments = List.copyOf(adjustments);
        promotions = List.copyOf(promotions);
    }

    static BasketLine of(PriceLine asked, Demand demand, UnitPrice price, TaxTreatment treatment) {
        return new BasketLine(
                asked, demand, inUnit(demand, price.unit()), price, treatment, kept(asked), List.of(), null);
    }

    private static List<LineAdjustment> kept(PriceLine asked) {
        SetPrice set = asked.setPrice();
        return set == null || set.allowance().signum() == 0
                ? List.of()
                : List.of(
                        new LineAdjustment(LineAdjustment.Kind.KEPT, set.kind().name(), set.reason(), set.allowance()));
    }

    static BasketLine gift(Demand demand, UnitPrice price, TaxTreatment treatment, PromotionTerms promotion) {
        PriceLine asked = new PriceLine(
                null, demand.item().item(), demand.quantity(), demand.ordered().code());
        return new BasketLine(
                asked,
                demand,
                inUnit(demand, price.unit()),
                price,
                treatment,
                List.of(),
                List.of(promotion),
                promotion.id());
    }

    ItemTerms item() {
        return demand.item();
    }

    /** Quantity x unit price, less what is off; rounded half-up to the minor unit. */
    BigDecimal amount(Currency currency) {
        BigDecimal amount = pricedQuantity
                .multiply(price.price())
                .divide(price.baseQuantity(), currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
        for (LineAdjustment adjustment : adjustments) {
            amount = amount.subtract(adjustment.amount());
        }
        return amount;
    }

    /** What some base units of the line cost, exactly. */
    BigDecimal valueOf(BigDecimal baseUnits) {
        return price.price().multiply(baseUnits).divide(price.paidFor(), 12, RoundingMode.HALF_UP);
    }

    /** A line with what is off it for a promotion. */
    BasketLine less(LineAdjustment adjustment) {
        List<LineAdjustment> more = new ArrayList<>(adjustments);
        more.add(adjustment);
        return new BasketLine(asked, demand, pricedQuantity, price, treatment, more, promotions, freeBy);
    }

    /** A line for which a promotion counts. */
    BasketLine taking(PromotionTerms promotion) {
        List<PromotionTerms> more = new ArrayList<>(promotions);
        more.add(promotion);
        return new BasketLine(asked, demand, pricedQuantity, price, treatment, adjustments, more, freeBy);
    }

    /**
     * The line as it would be priced if a promotion counted for it: without promotions of its unit price that come later
     * and do not combine.
     *
     * @return empty when the promotion cannot count for it
     */
    Optional<BasketLine> openedTo(PromotionTerms promotion, UnitPrices prices) {
        boolean excluded = price.fixed()
                || price.agreed() && !promotion.withAgreements()
                || promotions.stream().anyMatch(before -> !before.combinesWith(promotion));
        if (excluded) {
            return Optional.empty();
        }
        List<PromotionTerms> inTheWay = price.promotions().stream()
                .filter(cut -> !cut.combinesWith(promotion))
                .toList();
        if (inTheWay.isEmpty()) {
            return Optional.of(this);
        }
        return inTheWay.stream().allMatch(cut -> promotion.priority() < cut.priority())
                ? withoutCuts(prices)
                : Optional.empty();
    }

    /** Whether more of it may cost less: not of what is given away or has a price of its own. */
    boolean isOpenToBreaks() {
        return freeBy == null && asked.setPrice() == null;
    }

    TaxableLine taxable() {
        return new TaxableLine(
                asked.id(),
                pricedQuantity,
                price.price(),
                price.baseQuantity(),
                adjustments.stream().map(LineAdjustment::amount).toList(),
                List.of(),
                treatment);
    }

    private Optional<BasketLine> withoutCuts(UnitPrices prices) {
        Demand uncut = demand.withoutCuts();
        return prices.find(uncut)
                .map(found -> new BasketLine(
                        asked, uncut, inUnit(uncut, found.unit()), found, treatment, adjustments, promotions, freeBy));
    }

    private static BigDecimal inUnit(Demand demand, PriceUnit unit) {
        return demand.ordered().code().equals(unit.code())
                ? demand.quantity()
                : demand.baseQuantity().divide(unit.factor(), QUANTITY_DECIMALS, RoundingMode.HALF_UP);
    }
}
