package org.throughline.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.pricing.PriceSource.ACCOUNT_ITEM;
import static org.throughline.pricing.PriceSource.GENERAL_LIST;
import static org.throughline.pricing.Samples.GBP;
import static org.throughline.pricing.Samples.item;
import static org.throughline.pricing.Samples.number;
import static org.throughline.pricing.Samples.terms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.shared.ItemId;
import org.throughline.shared.TaxSubtotal;

/** What holds of every basket, tried with thousands of random ones; each seed makes its own. */
class BasketPropertiesTest {

    private static final int BASKETS = 700;
    private static final List<String> ITEMS = List.of("BOLT", "NUT", "BOOK", "RED", "BLUE", "DRILL", "BITS", "BAG");

    @ParameterizedTest
    @ValueSource(longs = {20261122, 7, 4711})
    void totalsAddUp(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < BASKETS; i++) {
            PricedDocument document = shop(i % 2 == 1).price(basket(random));
            assertThat(document.totals().lineNet()).isEqualByComparingTo(sum(document.lines(), PricedLine::net));
            assertThat(document.totals().net())
                    .isEqualByComparingTo(document.totals()
                            .lineNet()
                            .subtract(document.totals().allowances())
                            .add(document.totals().charges()));
            assertThat(document.totals().net()).isEqualByComparingTo(sum(document.taxes(), TaxSubtotal::taxable));
            assertThat(document.totals().tax()).isEqualByComparingTo(sum(document.taxes(), TaxSubtotal::tax));
            assertThat(document.totals().gross())
                    .isEqualByComparingTo(
                            document.totals().net().add(document.totals().tax()));
            document.lines().forEach(BasketPropertiesTest::assertExplained);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {20261122, 7, 4711})
    void theOrderOfLinesDoesNotMatter(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < BASKETS; i++) {
            List<PriceLine> lines = basket(random);
            PricedDocument before = shop(i % 2 == 1).price(lines);
            Collections.shuffle(lines, random);
            PricedDocument after = shop(i % 2 == 1).price(lines);
            assertThat(after.totals()).isEqualTo(before.totals());
            assertThat(after.taxes()).isEqualTo(before.taxes());
            assertThat(after.adjustments()).isEqualTo(before.adjustments());
            assertThat(sorted(after)).isEqualTo(sorted(before));
        }
    }

    /** Of a line whose breaks count with its group; the nets may differ by half a cent for each part. */
    @ParameterizedTest
    @ValueSource(longs = {20261122, 7, 4711})
    void splittingALineChangesNothingButRounding(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < BASKETS; i++) {
            int one = 1 + random.nextInt(40);
            int other = 1 + random.nextInt(40);
            PricedDocument whole = shop(false).price((one + other) + " RED", "3 BOOK");
            PricedDocument split = shop(false).price(one + " RED", "3 BOOK", other + " RED");
            assertThat(split.lines().get(0).unitPrice())
                    .isEqualByComparingTo(whole.lines().get(0).unitPrice());
            assertThat(split.totals()
                            .lineNet()
                            .subtract(whole.totals().lineNet())
                            .abs())
                    .isLessThanOrEqualTo(number("0.01"));
        }
    }

    /** Three for two, whatever the units and however the lines are cut. */
    @ParameterizedTest
    @ValueSource(longs = {20261122, 7})
    void aDealFreesTheSameHoweverTheLinesAreCut(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < BASKETS; i++) {
            int one = 1 + random.nextInt(20);
            int other = 1 + random.nextInt(20);
            PricedDocument whole = shop(false).price((one + other) + " BAG");
            PricedDocument split = shop(false).price(one + " BAG", other + " BAG");
            assertThat(split.totals()).isEqualTo(whole.totals());
            int paid = (one + other) - (one + other) / 3;
            assertThat(whole.totals().lineNet()).isEqualByComparingTo(BigDecimal.valueOf(paid * 7L));
        }
    }

    /** The effects of the rules make the unit price; quantity and adjustments make the net of untaxed prices. */
    private static void assertExplained(PricedLine line) {
        assertThat(sum(line.rules(), AppliedRule::effect)).isEqualByComparingTo(line.unitPrice());
        assertThat(line.net().signum()).isGreaterThanOrEqualTo(0);
        assertThat(line.unitPrice().signum()).isGreaterThanOrEqualTo(0);
        line.nextBreak().ifPresent(next -> assertThat(next.unitPrice()).isLessThan(line.unitPrice()));
    }

    private static List<String> sorted(PricedDocument document) {
        return document.lines().stream()
                .map(line -> line.item() + " " + line.quantity() + " " + line.unitPrice() + " " + line.freeBy())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static <T> BigDecimal sum(List<T> parts, Function<T, BigDecimal> amount) {
        return parts.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<PriceLine> basket(Random random) {
        List<PriceLine> lines = new ArrayList<>();
        int size = 1 + random.nextInt(9);
        for (int i = 0; i < size; i++) {
            String unit = random.nextInt(4) == 0 ? " BOX12 of " : " ";
            lines.add(SampleShop.line((1 + random.nextInt(60)) + unit + ITEMS.get(random.nextInt(ITEMS.size()))));
        }
        return lines;
    }

    private static SampleShop shop(boolean pricesIncludeTax) {
        Promotion deal = new Promotion.QuantityDeal(terms("DEAL", 5, true, false), number("3"), number("2"));
        Promotion set = new Promotion.Bundle(
                terms("SET", 6, true, true),
                Map.of(new ItemId("DRILL"), number("1"), new ItemId("BITS"), number("2")),
                number("99.99"),
                GBP);
        Promotion gift = new Promotion.FreeGoods(terms("GIFT"), number("20"), new ItemId("BOOK"), number("1"));
        SampleShop shop = SampleShop.selling(
                        item("BOLT").price(GENERAL_LIST, "0.333 GBP/EA").discount(ACCOUNT_ITEM, "10;5"),
                        item("NUT").price(GENERAL_LIST, "3.25 GBP/EA per 100").promotion(gift),
                        item("BOOK").price(GENERAL_LIST, "12.5 GBP/EA").taxClass("ZERO"),
                        item("RED")
                                .price(GENERAL_LIST, "9.99 GBP/EA")
                                .price(GENERAL_LIST, "9.49 GBP/EA from 20")
                                .breakGroup("PAINT")
                                .weight("1.2"),
                        item("BLUE")
                                .price(GENERAL_LIST, "8.99 GBP/EA")
                                .price(GENERAL_LIST, "7.123456 GBP/EA from 30")
                                .breakGroup("PAINT"),
                        item("DRILL").price(GENERAL_LIST, "89.9 GBP/EA").promotion(set),
                        item("BITS")
                                .price(GENERAL_LIST, "12.55 GBP/EA")
                                .promotion(set)
                                .promotion("CUT", "7", "3"),
                        item("BAG").price(GENERAL_LIST, "7 GBP/EA").promotion(deal))
                .with(new OrderDiscount(
                        OrderDiscount.Owner.EVERYBODY,
                        "TIER",
                        "Tier",
                        number("250"),
                        Samples.reduction("3.5"),
                        GBP,
                        false,
                        Period.ALWAYS))
                .with(new OrderDiscount(
                        OrderDiscount.Owner.EVERYBODY,
                        "BIG",
                        "Tier",
                        number("900"),
                        Samples.reduction("50GBP"),
                        GBP,
                        false,
                        Period.ALWAYS))
                .with(new ChargeRule(
                        "FREIGHT",
                        ChargeRule.Kind.FREIGHT,
                        "FREIGHT",
                        "Freight",
                        "GB",
                        Pattern.compile("BS.*"),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        number("4.99"),
                        number("0.37"),
                        BigDecimal.ZERO,
                        GBP,
                        null,
                        Period.ALWAYS));
        return pricesIncludeTax ? shop.withPricesIncludingTax() : shop;
    }
}
