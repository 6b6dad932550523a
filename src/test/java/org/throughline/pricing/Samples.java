package org.throughline.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.throughline.shared.ItemId;
import org.throughline.tax.TaxClass;

/** Builds items with prices in a few words. Units: EA, and BOX12 that holds twelve. */
final class Samples {

    static final LocalDate DAY = LocalDate.of(2026, 11, 15);
    static final Currency GBP = Currency.getInstance("GBP");
    static final Currency EUR = Currency.getInstance("EUR");

    private Samples() {}

    static ItemBuilder item(String id) {
        return new ItemBuilder(id);
    }

    /** A promotion of middling priority that goes with agreements and excludes other promotions. */
    static PromotionTerms terms(String id) {
        return terms(id, 100, true, false);
    }

    static PromotionTerms terms(String id, int priority, boolean withAgreements, boolean withPromotions) {
        return new PromotionTerms(id, "Promotion " + id, priority, withAgreements, withPromotions, Period.ALWAYS);
    }

    /** A percentage as "10", an amount as "0.5GBP". */
    static Reduction reduction(String text) {
        return Character.isLetter(text.charAt(text.length() - 1))
                ? new Reduction.Amount(number(text.substring(0, text.length() - 3)))
                : new Reduction.Percent(number(text));
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static final class ItemBuilder {

        private final String id;
        private final List<PriceEntry> prices = new ArrayList<>();
        private final List<DiscountEntry> discounts = new ArrayList<>();
        private final List<Promotion> promotions = new ArrayList<>();
        private TaxClass taxClass = new TaxClass("STANDARD", false);
        private boolean blocked;
        private String breakGroup;
        private BigDecimal weight = BigDecimal.ZERO;
        private int decimals;

        private ItemBuilder(String id) {
            this.id = id;
        }

        /** A price as "10.00 GBP/EA", "from 12" and "per 100" following where they apply. */
        ItemBuilder price(PriceSource source, String text) {
            return price(source, text, Period.ALWAYS);
        }

        ItemBuilder price(PriceSource source, String text, Period validity) {
            return price(source, source.name(), text, validity);
        }

        ItemBuilder price(PriceSource source, String id, String text, Period validity) {
            String[] words = text.split("[ /]");
            prices.add(new PriceEntry(
                    source,
                    id,
                    Currency.getInstance(words[1]),
                    words[2],
                    number(after("from", words, "0")),
                    number(words[0]),
                    number(after("per", words, "1")),
                    validity));
            return this;
        }

        /** A chain as "10;5", "from 12" following where it applies. */
        ItemBuilder discount(PriceSource source, String text) {
            String[] words = text.split(" ");
            return discount(source, source.name(), words[0], after("from", words, "0"), Period.ALWAYS);
        }

        /** Steps of the chain are percentages, or amounts off each unit such as 0.5GBP. */
        ItemBuilder discount(PriceSource source, String id, String chain, String minQuantity, Period validity) {
            List<Reduction> steps =
                    Arrays.stream(chain.split(";")).map(Samples::reduction).toList();
            Currency currency = chain.contains("GBP") ? GBP : chain.contains("EUR") ? EUR : null;
            discounts.add(new DiscountEntry(source, id, null, number(minQuantity), currency, steps, validity));
            return this;
        }

        ItemBuilder promotion(String id, String percent, String minQuantity) {
            return promotion(new Promotion.PriceCut(terms(id), number(minQuantity), reduction(percent), null));
        }

        ItemBuilder promotion(Promotion promotion) {
            promotions.add(promotion);
            return this;
        }

        ItemBuilder breakGroup(String group) {
            breakGroup = group;
            return this;
        }

        ItemBuilder weight(String kilograms) {
            weight = number(kilograms);
            return this;
        }

        ItemBuilder service() {
            taxClass = new TaxClass("STANDARD", true);
            return this;
        }

        ItemBuilder taxClass(String code) {
            taxClass = new TaxClass(code, false);
            return this;
        }

        ItemBuilder blocked() {
            blocked = true;
            return this;
        }

        ItemBuilder decimals(int allowed) {
            decimals = allowed;
            return this;
        }

        ItemTerms build() {
            return new ItemTerms(
                    new ItemProfile(
                            new ItemId(id),
                            "Item " + id,
                            "GROUP",
                            breakGroup,
                            taxClass,
                            blocked,
                            List.of(
                                    new PriceUnit("EA", BigDecimal.ONE, decimals),
                                    new PriceUnit("BOX12", BigDecimal.valueOf(12), decimals)),
                            weight),
                    prices,
                    discounts,
                    promotions);
        }

        private static String after(String word, String[] words, String otherwise) {
            int index = Arrays.asList(words).indexOf(word);
            return index < 0 ? otherwise : words[index + 1];
        }
    }
}
