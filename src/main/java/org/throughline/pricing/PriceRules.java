package org.throughline.pricing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
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
            PriceRules::promotions);

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

    /** A net price agreed on is final. */
    private static RunningPrice agreementPrice(PriceCase priceCase, RunningPrice price) {
        KnownPrice agreed = priceCase.agreed().price();
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
        return conversion.isNone()
                ? price
                : price.to(price.exact(), Kind.CURRENCY_CONVERSION, conversion.id(), conversion.text());
    }

    /** The chain agreed on, one discount after the other, each off what the one before has left. */
    private static RunningPrice agreementDiscounts(PriceCase priceCase, RunningPrice price) {
        KnownDiscount agreed = priceCase.agreed().discount();
        if (agreed == null) {
            return price;
        }
        RunningPrice chained = price;
        DiscountEntry entry = agreed.entry();
        for (Reduction step : entry.chain()) {
            chained = chained.to(
                    priceCase.reduced(chained.exact(), step, agreed.unit()),
                    Kind.AGREEMENT_DISCOUNT,
                    entry.id(),
                    off(step, entry.currency(), agreed.unit()) + " agreed with " + partner(entry.source()));
        }
        return chained;
    }

    /** The first by priority, among equals the one that takes most off; then those that combine with all before. */
    private static RunningPrice promotions(PriceCase priceCase, RunningPrice price) {
        if (price.fixed()) {
            return price;
        }
        List<Promotion.PriceCut> candidates =
                priceCase.cuts().stream().sorted(firstAndBest(priceCase, price)).toList();
        RunningPrice running = price;
        for (Promotion.PriceCut cut : candidates) {
            if (running.promotions().stream().allMatch(before -> before.combinesWith(cut.terms()))) {
                running = cut(priceCase, running, cut);
            }
        }
        return running;
    }

    private static Comparator<Promotion.PriceCut> firstAndBest(PriceCase priceCase, RunningPrice price) {
        return Comparator.comparingInt((Promotion.PriceCut cut) -> cut.terms().priority())
                .thenComparing(cut -> priceCase.reduced(price.exact(), cut.reduction(), priceCase.baseUnit()))
                .thenComparing(Promotion.PriceCut::id, Comparator.reverseOrder());
    }

    private static RunningPrice cut(PriceCase priceCase, RunningPrice price, Promotion.PriceCut cut) {
        PriceUnit unit = priceCase.baseUnit();
        return price.to(
                        priceCase.reduced(price.exact(), cut.reduction(), unit),
                        Kind.PROMOTION,
                        cut.id(),
                        off(cut.reduction(), cut.currency(), unit) + ": "
                                + cut.terms().description())
                .with(cut.terms());
    }

    private static Kind kind(PriceEntry entry) {
        return entry.source() == PriceSource.ACCOUNT_LIST ? Kind.ACCOUNT_PRICE_LIST : Kind.GENERAL_PRICE_LIST;
    }

    private static String from(PriceEntry entry) {
        return "From " + plain(entry.minQuantity()) + " " + entry.unit() + " on";
    }

    private static String off(Reduction reduction, Currency currency, PriceUnit unit) {
        return reduction instanceof Reduction.Percent part
                ? plain(part.percent()) + " % off"
                : plain(((Reduction.Amount) reduction).amount()) + " " + currency + " off each " + unit.code();
    }

    private static String partner(PriceSource source) {
        return switch (source) {
            case ACCOUNT_ITEM, ACCOUNT_ITEM_GROUP -> "the customer";
            default -> "the price group";
        };
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
