package org.throughline.pricing;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
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
        return priceCase
                .listStart()
                .map(entry -> price.to(priceCase.priceOf(entry), kind(entry), entry.id(), "Price list"))
                .orElse(price);
    }

    private static RunningPrice quantityBreak(PriceCase priceCase, RunningPrice price) {
        return priceCase
                .listBreak()
                .map(entry -> price.to(
                        priceCase.priceOf(entry),
                        Kind.QUANTITY_BREAK,
                        entry.id(),
                        "From " + plain(entry.minQuantity()) + " " + entry.unit() + " on"))
                .orElse(price);
    }

    private static RunningPrice agreementPrice(PriceCase priceCase, RunningPrice price) {
        return priceCase
                .agreedPrice()
                .map(entry -> price.to(
                                priceCase.priceOf(entry),
                                Kind.AGREEMENT_PRICE,
                                entry.id(),
                                "Net price agreed with " + partner(entry.source()))
                        .fix())
                .orElse(price);
    }

    private static RunningPrice currencyConversion(PriceCase priceCase, RunningPrice price) {
        return priceCase.isConverted() && !price.isNone()
                ? price.to(price.exact(), Kind.CURRENCY_CONVERSION, priceCase.rateId(), priceCase.rateText())
                : price;
    }

    private static RunningPrice agreementDiscounts(PriceCase priceCase, RunningPrice price) {
        return priceCase
                .agreedDiscount()
                .filter(discount -> isOpen(price))
                .map(discount -> chain(discount, price))
                .orElse(price);
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
        return priceCase
                .promotions()
                .filter(promotion -> isOpen(price))
                .max(comparing(Promotion::percent).thenComparing(Promotion::id))
                .map(promotion -> price.to(
                        less(price, promotion.percent()),
                        Kind.PROMOTION,
                        promotion.id(),
                        plain(promotion.percent()) + " % off: " + promotion.description()))
                .orElse(price);
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
