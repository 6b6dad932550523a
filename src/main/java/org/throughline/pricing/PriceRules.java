package org.throughline.pricing;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.throughline.pricing.AppliedRule.Kind;

/** The rules that make a unit price, in their order. */
final class PriceRules {

    static final List<PriceRule> IN_ORDER = List.of(
            PriceRules::listPrice,
            PriceRules::quantityBreak,
            PriceRules::agreementPrice,
            PriceRules::currencyConversion,
            PriceRules::agreementDiscounts,
            PriceRules::promotion);

    private static final Comparator<Promotion> BETTER =
            comparing(Promotion::percent).thenComparing(Promotion::id);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PriceRules() {}

    static RunningPrice apply(PriceCase priceCase) {
        RunningPrice price = RunningPrice.NONE;
        for (PriceRule rule : IN_ORDER) {
            price = rule.apply(priceCase, price);
        }
        return price;
    }

    /** The list's price for the smallest quantity. */
    private static RunningPrice listPrice(PriceCase priceCase, RunningPrice price) {
        KnownPrice start = priceCase.listStart();
        return start == null
                ? price
                : price.to(
                        priceCase.priceOf(start),
                        kind(start.entry()),
                        start.entry().id(),
                        "Price list");
    }

    private static RunningPrice quantityBreak(PriceCase priceCase, RunningPrice price) {
        KnownPrice reached = priceCase.listBreak();
        return reached == null
                ? price
                : price.to(
                        priceCase.priceOf(reached),
                        Kind.QUANTITY_BREAK,
                        reached.entry().id(),
                        from(reached.entry()));
    }

    private static RunningPrice agreementPrice(PriceCase priceCase, RunningPrice price) {
        KnownPrice agreed = priceCase.agreedPrice();
        return agreed == null
                ? price
                : price.to(
                                priceCase.priceOf(agreed),
                                Kind.AGREEMENT_PRICE,
                                agreed.entry().id(),
                                "Net price agreed with "
                                        + partner(agreed.entry().source()))
                        .fix();
    }

    private static RunningPrice currencyConversion(PriceCase priceCase, RunningPrice price) {
        Conversion conversion = priceCase.conversion();
        return conversion.isNone() || price.isNone()
                ? price
                : price.to(
                        price.exact(),
                        Kind.CURRENCY_CONVERSION,
                        conversion.id(),
                        "Converted from " + conversion.from() + " at " + plain(conversion.rate()));
    }

    private static RunningPrice agreementDiscounts(PriceCase priceCase, RunningPrice price) {
        KnownDiscount agreed = priceCase.agreedDiscount();
        return agreed == null || !isOpen(price) ? price : chain(agreed.entry(), price);
    }

    private static RunningPrice chain(DiscountEntry discount, RunningPrice price) {
        RunningPrice chained = price;
        for (BigDecimal percent : discount.chain()) {
            chained = chained.to(
                    less(chained, percent),
                    Kind.AGREEMENT_DISCOUNT,
                    discount.id(),
                    plain(percent) + " % off agreed with " + partner(discount.source()));
        }
        return chained;
    }

    /** The best of the promotions; they do not add up. */
    private static RunningPrice promotion(PriceCase priceCase, RunningPrice price) {
        Promotion best = null;
        for (Promotion promotion : priceCase.promotions()) {
            if (priceCase.reaches(promotion.minQuantity()) && (best == null || BETTER.compare(promotion, best) > 0)) {
                best = promotion;
            }
        }
        return best == null || !isOpen(price)
                ? price
                : price.to(
                        less(price, best.percent()),
                        Kind.PROMOTION,
                        best.id(),
                        plain(best.percent()) + " % off: " + best.description());
    }

    private static boolean isOpen(RunningPrice price) {
        return !price.isNone() && !price.fixed();
    }

    private static BigDecimal less(RunningPrice price, BigDecimal percent) {
        return price.exact().multiply(HUNDRED.subtract(percent)).movePointLeft(2);
    }

    private static Kind kind(PriceEntry entry) {
        return entry.source() == PriceSource.ACCOUNT_LIST ? Kind.ACCOUNT_PRICE_LIST : Kind.GENERAL_PRICE_LIST;
    }

    private static String from(PriceEntry entry) {
        return "From " + plain(entry.minQuantity()) + " " + entry.unit() + " on";
    }

    private static String partner(PriceSource source) {
        return switch (source) {
            case ACCOUNT_ITEM, ACCOUNT_ITEM_GROUP -> "the customer";
            default -> "the price group";
        };
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
