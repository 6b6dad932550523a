package org.throughline.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.pricing.PriceSource.ACCOUNT_ITEM;
import static org.throughline.pricing.PriceSource.ACCOUNT_ITEM_GROUP;
import static org.throughline.pricing.PriceSource.ACCOUNT_LIST;
import static org.throughline.pricing.PriceSource.GENERAL_LIST;
import static org.throughline.pricing.PriceSource.PRICE_GROUP_ITEM;
import static org.throughline.pricing.PriceSource.PRICE_GROUP_ITEM_GROUP;
import static org.throughline.pricing.Samples.DAY;
import static org.throughline.pricing.Samples.EUR;
import static org.throughline.pricing.Samples.GBP;
import static org.throughline.pricing.Samples.item;
import static org.throughline.pricing.Samples.number;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Worked examples of unit prices. */
class UnitPricesTest {

    private static final Map<Currency, BigDecimal> RATES = Map.of(Currency.getInstance("USD"), number("0.8"));

    private final UnitPrices prices =
            new UnitPrices(DAY, GBP, EUR, AgreementPolicy.FIRST, from -> Optional.ofNullable(RATES.get(from)));

    static Stream<Arguments> workedExamples() {
        Samples.ItemBuilder broken = item("B")
                .price(GENERAL_LIST, "10 GBP/EA")
                .price(GENERAL_LIST, "9 GBP/EA from 12")
                .price(GENERAL_LIST, "8 GBP/EA from 100");
        return Stream.of(
                example("the general list", item("A").price(GENERAL_LIST, "10 GBP/EA"), "1", "10", "10"),
                example(
                        "the account's list before the general one",
                        item("A").price(GENERAL_LIST, "10 GBP/EA").price(ACCOUNT_LIST, "11 GBP/EA"),
                        "1",
                        "11",
                        "11"),
                example("below the first break", broken, "11", "10", "10"),
                example("at the first break", broken, "12", "10", "9"),
                example("beyond the last break", broken, "1000", "10", "8"),
                example(
                        "a net price agreed on, whatever the list and promotions say",
                        item("A")
                                .price(GENERAL_LIST, "10 GBP/EA")
                                .price(ACCOUNT_ITEM, "7.5 GBP/EA")
                                .promotion("P", "50", "0"),
                        "1",
                        "10",
                        "7.5"),
                example("a net price without a list", item("A").price(ACCOUNT_ITEM, "7.5 GBP/EA"), "1", "7.5", "7.5"),
                example(
                        "a net price whose quantity is not reached",
                        item("A").price(GENERAL_LIST, "10 GBP/EA").price(ACCOUNT_ITEM, "7.5 GBP/EA from 5"),
                        "4",
                        "10",
                        "10"),
                example(
                        "the net price with the highest quantity reached",
                        item("A")
                                .price(ACCOUNT_ITEM, "7.5 GBP/EA")
                                .price(ACCOUNT_ITEM, "7 GBP/EA from 10")
                                .price(ACCOUNT_ITEM, "6 GBP/EA from 100"),
                        "50",
                        "7",
                        "7"),
                example(
                        "10 % off, then 5 % off the rest",
                        item("A").price(GENERAL_LIST, "10 GBP/EA").discount(ACCOUNT_ITEM_GROUP, "10;5"),
                        "1",
                        "10",
                        "8.55"),
                example(
                        "the item's agreement before the group's, though it is worse",
                        item("A")
                                .price(GENERAL_LIST, "10 GBP/EA")
                                .discount(ACCOUNT_ITEM_GROUP, "20")
                                .discount(ACCOUNT_ITEM, "5"),
                        "1",
                        "10",
                        "9.5"),
                example(
                        "the account's agreement before the price group's",
                        item("A")
                                .price(GENERAL_LIST, "10 GBP/EA")
                                .discount(PRICE_GROUP_ITEM, "20")
                                .discount(ACCOUNT_ITEM_GROUP, "5"),
                        "1",
                        "10",
                        "9.5"),
                example(
                        "the price group's",
                        item("A").price(GENERAL_LIST, "10 GBP/EA").discount(PRICE_GROUP_ITEM_GROUP, "20"),
                        "1",
                        "10",
                        "8"),
                example(
                        "the account's discount before the price group's net price",
                        item("A")
                                .price(GENERAL_LIST, "10 GBP/EA")
                                .price(PRICE_GROUP_ITEM, "5 GBP/EA")
                                .discount(ACCOUNT_ITEM, "10"),
                        "1",
                        "10",
                        "9"),
                example(
                        "the discount with the highest quantity reached",
                        item("A")
                                .price(GENERAL_LIST, "10 GBP/EA")
                                .discount(ACCOUNT_ITEM, "5")
                                .discount(ACCOUNT_ITEM, "10 from 10")
                                .discount(ACCOUNT_ITEM, "15 from 100"),
                        "50",
                        "10",
                        "9"),
                example(
                        "a break, a discount and a promotion together",
                        item("A")
                                .price(GENERAL_LIST, "10 GBP/EA")
                                .price(GENERAL_LIST, "9 GBP/EA from 10")
                                .discount(ACCOUNT_ITEM, "10")
                                .promotion("P", "20", "10"),
                        "10",
                        "10",
                        "6.48"),
                example(
                        "the better of two promotions",
                        item("A")
                                .price(GENERAL_LIST, "10 GBP/EA")
                                .promotion("P", "5", "0")
                                .promotion("Q", "8", "0")
                                .promotion("R", "50", "2"),
                        "1",
                        "10",
                        "9.2"),
                example(
                        "rounded half-up to six decimals once",
                        item("A").price(GENERAL_LIST, "0.333333 GBP/EA").discount(ACCOUNT_ITEM, "50;50"),
                        "1",
                        "0.333333",
                        "0.083333"),
                example(
                        "converted from the currency that has a rate",
                        item("A").price(GENERAL_LIST, "10 USD/EA").discount(ACCOUNT_ITEM, "10"),
                        "1",
                        "8",
                        "7.2"),
                example(
                        "a price in the currency asked before one converted",
                        item("A").price(GENERAL_LIST, "12 GBP/EA").price(ACCOUNT_LIST, "10 USD/EA"),
                        "1",
                        "12",
                        "12"),
                example(
                        "on the first day, not on the day after the last",
                        item("A")
                                .price(GENERAL_LIST, "9 GBP/EA", new Period(null, DAY))
                                .price(GENERAL_LIST, "10 GBP/EA", new Period(DAY, DAY.plusDays(1)))
                                .price(GENERAL_LIST, "11 GBP/EA", new Period(DAY.plusDays(1), null)),
                        "1",
                        "10",
                        "10"),
                example(
                        "the newer of two prices that overlap",
                        item("A")
                                .price(GENERAL_LIST, "10 GBP/EA", new Period(DAY.minusDays(1), null))
                                .price(GENERAL_LIST, "9 GBP/EA", new Period(DAY.minusDays(9), null)),
                        "1",
                        "10",
                        "10"),
                example("per 100", item("A").price(GENERAL_LIST, "25 GBP/EA per 100"), "1", "25", "25"));
    }

    private static Arguments example(
            String name, Samples.ItemBuilder item, String quantity, String listPrice, String unitPrice) {
        return Arguments.of(name, item.build(), quantity, listPrice, unitPrice);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workedExamples")
    void unitPriceOf(String name, ItemTerms item, String quantity, String listPrice, String unitPrice) {
        UnitPrice price = prices.find(item, number(quantity)).orElseThrow();
        assertThat(price.listPrice()).isEqualByComparingTo(listPrice);
        assertThat(price.price()).isEqualByComparingTo(unitPrice);
        assertEffectsAddUp(price);
    }

    @Test
    void aPriceForTheUnitOrderedComesBeforeOneForAnother() {
        ItemTerms item = item("A")
                .price(GENERAL_LIST, "10 GBP/EA")
                .price(GENERAL_LIST, "100 GBP/BOX12")
                .build();
        UnitPrice box = prices.find(Demand.of(item, item.units().get(1), BigDecimal.ONE))
                .orElseThrow();
        assertThat(box.unit().code()).isEqualTo("BOX12");
        assertThat(box.price()).isEqualByComparingTo("100");
        UnitPrice each = prices.find(item, number("12")).orElseThrow();
        assertThat(each.unit().code()).isEqualTo("EA");
        assertThat(each.price()).isEqualByComparingTo("10");
    }

    @Test
    void theListPriceIsGivenForTheUnitOfTheAgreement() {
        ItemTerms item = item("A")
                .price(GENERAL_LIST, "10 GBP/EA")
                .price(ACCOUNT_ITEM, "96 GBP/BOX12")
                .build();
        UnitPrice price = prices.find(item, number("12")).orElseThrow();
        assertThat(price.unit().code()).isEqualTo("BOX12");
        assertThat(price.listPrice()).isEqualByComparingTo("120");
        assertThat(price.price()).isEqualByComparingTo("96");
        assertEffectsAddUp(price);
    }

    @Test
    void everyRuleIsNamedInTheOrderApplied() {
        ItemTerms item = item("A")
                .price(GENERAL_LIST, "10 USD/EA")
                .price(GENERAL_LIST, "9 USD/EA from 10")
                .discount(ACCOUNT_ITEM, "10;5")
                .promotion("P", "20", "10")
                .build();
        UnitPrice price = prices.find(item, number("10")).orElseThrow();
        assertThat(price.rules())
                .extracting(AppliedRule::kind)
                .containsExactly(
                        AppliedRule.Kind.GENERAL_PRICE_LIST,
                        AppliedRule.Kind.QUANTITY_BREAK,
                        AppliedRule.Kind.CURRENCY_CONVERSION,
                        AppliedRule.Kind.AGREEMENT_DISCOUNT,
                        AppliedRule.Kind.AGREEMENT_DISCOUNT,
                        AppliedRule.Kind.PROMOTION);
        assertThat(price.rules())
                .extracting(rule -> rule.effect().stripTrailingZeros().toPlainString())
                .containsExactly("8", "-0.8", "0", "-0.72", "-0.324", "-1.2312");
    }

    @Test
    void whatHasNoPriceHasNone() {
        ItemTerms item =
                item("A").discount(ACCOUNT_ITEM, "10").promotion("P", "5", "0").build();
        assertThat(prices.find(item, BigDecimal.ONE)).isEmpty();
        assertThat(prices.lacksRate(Demand.of(item, item.baseUnit(), BigDecimal.ONE)))
                .isFalse();
    }

    @Test
    void whatHasAPriceInACurrencyWithoutRateLacksTheRate() {
        ItemTerms item = item("A").price(GENERAL_LIST, "10 CHF/EA").build();
        assertThat(prices.find(item, BigDecimal.ONE)).isEmpty();
        assertThat(prices.lacksRate(Demand.of(item, item.baseUnit(), BigDecimal.ONE)))
                .isTrue();
    }

    @Test
    void theNextBreakTellsHowMuchMoreSavesHowMuch() {
        ItemTerms item = item("A")
                .price(GENERAL_LIST, "10 GBP/EA")
                .price(GENERAL_LIST, "10 GBP/EA from 5")
                .price(GENERAL_LIST, "9.8 GBP/EA from 20")
                .build();
        NextBreak next = nextBreak(item, "8", 0).orElseThrow();
        assertThat(next.text()).isEqualTo("12 EA more for 2 % off");
        assertThat(next.quantity().value()).isEqualByComparingTo("20");
        assertThat(next.unitPrice()).isEqualByComparingTo("9.8");
        assertThat(nextBreak(item, "20", 0)).isEmpty();
    }

    @Test
    void theNextBreakIsRoundedUpToWhatCanBeOrderedInTheUnit() {
        ItemTerms item = item("A")
                .price(GENERAL_LIST, "10 GBP/EA")
                .price(GENERAL_LIST, "9 GBP/EA from 30")
                .build();
        NextBreak next = nextBreak(item, "1", 1).orElseThrow();
        assertThat(next.text()).isEqualTo("2 BOX12 more for 10 % off");
        assertThat(next.quantity().value()).isEqualByComparingTo("3");
    }

    @Test
    void aBreakIntoAnAgreementOrAPromotionCountsToo() {
        ItemTerms item = item("A")
                .price(GENERAL_LIST, "10 GBP/EA")
                .discount(PRICE_GROUP_ITEM, "5 from 10")
                .promotion("P", "1", "4")
                .build();
        assertThat(nextBreak(item, "1", 0).orElseThrow().text()).isEqualTo("3 EA more for 1 % off");
        assertThat(nextBreak(item, "4", 0).orElseThrow().text()).isEqualTo("6 EA more for 5 % off");
    }

    @Test
    void aPriceListShowsEachQuantityFromWhichThePriceIsAnother() {
        ItemTerms item = item("A")
                .price(GENERAL_LIST, "10 GBP/EA")
                .price(GENERAL_LIST, "9 GBP/EA from 10")
                .price(GENERAL_LIST, "9 GBP/EA from 20")
                .discount(ACCOUNT_ITEM, "50 from 100")
                .build();
        ListedPrice listed = new PriceListing(prices).of(item).orElseThrow();
        assertThat(listed.listPrice()).isEqualByComparingTo("10");
        assertThat(listed.breaks())
                .extracting(each -> each.fromQuantity().stripTrailingZeros().toPlainString() + ": "
                        + each.unitPrice().stripTrailingZeros().toPlainString())
                .containsExactly("0: 10", "10: 9", "100: 4.5");
    }

    private Optional<NextBreak> nextBreak(ItemTerms item, String quantity, int unit) {
        Demand demand = Demand.of(item, item.units().get(unit), number(quantity));
        return prices.nextBreak(demand, prices.find(demand).orElseThrow());
    }

    private static void assertEffectsAddUp(UnitPrice price) {
        List<BigDecimal> effects =
                price.rules().stream().map(AppliedRule::effect).toList();
        assertThat(effects.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(price.price());
    }
}
