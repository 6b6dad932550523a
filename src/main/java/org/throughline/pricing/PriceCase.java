package org.throughline.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/**
 * An item on a day, a quantity, and the list and the agreement that make its price. What does not apply is null. There is
 * a list or a net price agreed on, or both.
 */
final class PriceCase {

    private static final int EXACT_DECIMALS = 12;

    private final TermsOfDay terms;
    private final Asking asking;
    private final BigDecimal baseQuantity;
    private final KnownPrice listStart;
    private final KnownPrice listBreak;
    private final Agreed agreed;

    /**
     * @param baseQuantity that breaks look at, in the item's base unit
     * @param list null when none is reached
     */
    PriceCase(TermsOfDay terms, Asking asking, BigDecimal baseQuantity, QuantitySteps<KnownPrice> list, Agreed agreed) {
        this.terms = terms;
        this.asking = asking;
        this.baseQuantity = baseQuantity;
        this.listStart = list == null ? null : list.get(0);
        KnownPrice reached = list == null ? null : list.at(baseQuantity);
        this.listBreak = reached == listStart ? null : reached;
        this.agreed = agreed;
    }

    /** The entry of the list for its smallest quantity. */
    KnownPrice listStart() {
        return listStart;
    }

    /** The entry of the list for the quantity, when it is another than the first. */
    KnownPrice listBreak() {
        return listBreak;
    }

    Agreed agreed() {
        return agreed;
    }

    /** The promotions of the unit price that the quantity reaches and the agreement admits. */
    List<Promotion.PriceCut> cuts() {
        return asking.withCuts() ? terms.cuts().stream().filter(this::isOpenTo).toList() : List.of();
    }

    Conversion conversion() {
        return asking.conversion();
    }

    /** The price that says which unit the answer is given for. */
    KnownPrice deciding() {
        return agreed.price() == null ? listStart : agreed.price();
    }

    /** A price for what the deciding one pays for, in the currency of the answer. */
    BigDecimal priceOf(KnownPrice price) {
        BigDecimal converted = price.entry().unitPrice().multiply(conversion().rate());
        KnownPrice target = deciding();
        if (target.isFor(price.unit()) && target.paidFor().compareTo(price.paidFor()) == 0) {
            return converted;
        }
        return converted.multiply(target.paidFor()).divide(price.paidFor(), EXACT_DECIMALS, RoundingMode.HALF_UP);
    }

    /** A price after something was taken off it. */
    BigDecimal reduced(BigDecimal price, Reduction reduction, PriceUnit perUnit) {
        if (reduction instanceof Reduction.Percent part) {
            return price.subtract(price.multiply(part.percent()).movePointLeft(2));
        }
        BigDecimal amount =
                ((Reduction.Amount) reduction).amount().multiply(conversion().rate());
        return price.subtract(
                amount.multiply(deciding().paidFor()).divide(perUnit.factor(), EXACT_DECIMALS, RoundingMode.HALF_UP));
    }

    PriceUnit baseUnit() {
        return terms.item().baseUnit();
    }

    private boolean isOpenTo(Promotion.PriceCut cut) {
        Currency pricesIn = conversion().from();
        return cut.isFor(pricesIn)
                && cut.minQuantity().compareTo(baseQuantity) <= 0
                && (agreed.isNothing() || cut.terms().withAgreements());
    }
}
