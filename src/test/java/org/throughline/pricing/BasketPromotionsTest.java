package org.throughline.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.pricing.PriceSource.ACCOUNT_ITEM;
import static org.throughline.pricing.PriceSource.GENERAL_LIST;
import static org.throughline.pricing.Samples.DAY;
import static org.throughline.pricing.Samples.EUR;
import static org.throughline.pricing.Samples.GBP;
import static org.throughline.pricing.Samples.item;
import static org.throughline.pricing.Samples.number;
import static org.throughline.pricing.Samples.terms;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.shared.ItemId;

/** Worked examples of promotions that look at more than one line: take-so-many deals, bundles and free goods. */
class BasketPromotionsTest {

    private static final Promotion THREE_FOR_TWO = deal(terms("DEAL"), "3", "2");

    @ParameterizedTest(name = "three for two: {0} at 10.00 cost {1}")
    @CsvSource({"1, 10.00", "2, 20.00", "3, 20.00", "4, 30.00", "5, 40.00", "6, 40.00", "9, 60.00"})
    void ofEachThreeTakenTwoArePaid(String quantity, String net) {
        SampleShop shop = SampleShop.selling(bolt().promotion(THREE_FOR_TWO));
        assertThat(nets(shop.price(quantity + " BOLT"))).containsExactly(net);
    }

    @Test
    void aDealSaysWhatIsOffAndWhy() {
        PricedLine line = SampleShop.selling(bolt().promotion(THREE_FOR_TWO))
                .price("3 BOLT")
                .lines()
                .get(0);
        assertThat(line.adjustments())
                .containsExactly(new LineAdjustment(
                        LineAdjustment.Kind.QUANTITY_DEAL, "DEAL", "Promotion DEAL", number("10.00")));
        assertThat(line.unitPrice()).isEqualByComparingTo("10");
        assertThat(line.allowance()).isEqualByComparingTo("10");
    }

    @Test
    void aDealCountsAllLinesOfItsItemsTogetherAndTheCheapestAreFree() {
        SampleShop shop = SampleShop.selling(
                bolt().promotion(THREE_FOR_TWO),
                item("NUT").price(GENERAL_LIST, "4 GBP/EA").promotion(THREE_FOR_TWO));
        assertThat(nets(shop.price("2 BOLT", "1 NUT"))).containsExactly("20.00", "0.00");
        assertThat(nets(shop.price("4 BOLT", "2 NUT"))).containsExactly("40.00", "0.00");
        assertThat(nets(shop.price("5 BOLT", "1 NUT"))).containsExactly("40.00", "0.00");
    }

    @Test
    void aDealCountsBaseUnitsWhateverTheyAreOrderedIn() {
        SampleShop shop = SampleShop.selling(bolt().promotion(THREE_FOR_TWO));
        assertThat(nets(shop.price("1 BOX12 of BOLT"))).containsExactly("80.00");
        assertThat(nets(shop.price("1 BOX12 of BOLT", "3 BOLT"))).containsExactly("100.00", "0.00");
    }

    @Test
    void aNetPriceAgreedOnGetsNoPromotion() {
        SampleShop shop =
                SampleShop.selling(bolt().price(ACCOUNT_ITEM, "9 GBP/EA").promotion(THREE_FOR_TWO));
        assertThat(nets(shop.price("3 BOLT"))).containsExactly("27.00");
    }

    @Test
    void aPromotionMayLeaveOutLinesWithADiscountAgreedOn() {
        Promotion notWithAgreements = deal(terms("DEAL", 100, false, false), "3", "2");
        assertThat(nets(SampleShop.selling(bolt().discount(ACCOUNT_ITEM, "10").promotion(notWithAgreements))
                        .price("3 BOLT")))
                .containsExactly("27.00");
        assertThat(nets(SampleShop.selling(bolt().discount(ACCOUNT_ITEM, "10").promotion(THREE_FOR_TWO))
                        .price("3 BOLT")))
                .containsExactly("18.00");
    }

    @Test
    void aLineHasOnePromotionUnlessBothCombine() {
        SampleShop both = SampleShop.selling(bolt().promotion(THREE_FOR_TWO).promotion("CUT", "10", "0"));
        assertThat(nets(both.price("3 BOLT"))).containsExactly("27.00");
        SampleShop combining = SampleShop.selling(bolt().promotion(deal(terms("DEAL", 100, true, true), "3", "2"))
                .promotion(cut(terms("CUT", 100, true, true), "10")));
        assertThat(nets(combining.price("3 BOLT"))).containsExactly("18.00");
    }

    @Test
    void theLowerPriorityNumberWins() {
        SampleShop dealFirst = SampleShop.selling(bolt().promotion(deal(terms("DEAL", 1, true, false), "3", "2"))
                .promotion(cut(terms("CUT", 2, true, false), "10")));
        assertThat(nets(dealFirst.price("3 BOLT"))).containsExactly("20.00");
        assertThat(nets(dealFirst.price("2 BOLT"))).containsExactly("18.00");
        SampleShop twoDeals = SampleShop.selling(bolt().promotion(deal(terms("A", 2, true, false), "3", "1"))
                .promotion(deal(terms("B", 1, true, false), "3", "2")));
        assertThat(nets(twoDeals.price("3 BOLT"))).containsExactly("20.00");
    }

    @Test
    void aBundleCostsItsPriceAndTheLinesShareWhatItSaves() {
        SampleShop shop = drillAndBits("100");
        PricedDocument document = shop.price("1 DRILL", "2 BITS");
        assertThat(nets(document)).containsExactly("80.00", "20.00");
        assertThat(document.lines())
                .flatExtracting(PricedLine::adjustments)
                .extracting(LineAdjustment::kind)
                .containsOnly(LineAdjustment.Kind.BUNDLE);
        assertThat(nets(shop.price("3 DRILL", "4 BITS"))).containsExactly("260.00", "40.00");
    }

    @Test
    void nothingOfASaveIsLostByRounding() {
        SampleShop shop = SampleShop.selling(
                item("A").price(GENERAL_LIST, "1 GBP/EA").promotion(bundle("2.5", "A", "B", "C")),
                item("B").price(GENERAL_LIST, "1 GBP/EA").promotion(bundle("2.5", "A", "B", "C")),
                item("C").price(GENERAL_LIST, "1 GBP/EA").promotion(bundle("2.5", "A", "B", "C")));
        PricedDocument document = shop.price("1 C", "1 A", "1 B");
        assertThat(document.totals().net()).isEqualByComparingTo("2.50");
        assertThat(nets(document)).containsExactly("0.84", "0.83", "0.83");
    }

    @Test
    void aBundleThatIsNotCompleteOrNotCheaperChangesNothing() {
        assertThat(nets(drillAndBits("100").price("1 DRILL", "1 BITS"))).containsExactly("100.00", "12.50");
        assertThat(nets(drillAndBits("100").price("1 DRILL"))).containsExactly("100.00");
        assertThat(nets(drillAndBits("125").price("1 DRILL", "2 BITS"))).containsExactly("100.00", "25.00");
    }

    @Test
    void aBundleInAnotherCurrencyIsConverted() {
        Promotion.Bundle euros =
                new Promotion.Bundle(terms("SET"), Map.of(new ItemId("BOLT"), number("2")), number("20"), EUR);
        assertThat(nets(SampleShop.selling(bolt().promotion(euros)).price("2 BOLT")))
                .containsExactly("17.00");
    }

    @Test
    void forEachFullQuantityAGiftIsAddedAtNoPrice() {
        SampleShop shop = SampleShop.selling(
                bolt().promotion(gift("10", "GLOVES", "1")),
                item("GLOVES").price(GENERAL_LIST, "5 GBP/EA").taxClass("ZERO"));
        assertThat(shop.price("9 BOLT").lines()).hasSize(1);
        PricedDocument document = shop.price("25 BOLT");
        assertThat(nets(document)).containsExactly("250.00", "0.00");
        PricedLine gloves = document.lines().get(1);
        assertThat(gloves.freeBy()).isEqualTo("GIFT");
        assertThat(gloves.quantity().value()).isEqualByComparingTo("2");
        assertThat(gloves.listPrice()).isEqualByComparingTo("5");
        assertThat(gloves.discountPercent()).isEqualByComparingTo("100");
        assertThat(gloves.nextBreak()).isEmpty();
        assertThat(gloves.rules())
                .extracting(AppliedRule::kind)
                .containsExactly(AppliedRule.Kind.GENERAL_PRICE_LIST, AppliedRule.Kind.FREE_GOODS);
        assertThat(gloves.rules().stream().map(AppliedRule::effect).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isZero();
        assertThat(document.lines().get(0).freeBy()).isNull();
    }

    @Test
    void aGiftNeedsNoPriceButMustBeOnSale() {
        Promotion gift = gift("10", "GLOVES", "1");
        assertThat(SampleShop.selling(bolt().promotion(gift), item("GLOVES"))
                        .price("10 BOLT")
                        .lines())
                .hasSize(2);
        assertThat(SampleShop.selling(bolt().promotion(gift), item("GLOVES").blocked())
                        .price("10 BOLT")
                        .lines())
                .hasSize(1);
        assertThat(SampleShop.selling(bolt().promotion(gift)).price("10 BOLT").lines())
                .hasSize(1);
        assertThat(SampleShop.selling(bolt().promotion(gift), item("GLOVES").taxClass("UNHEARD_OF"))
                        .price("10 BOLT")
                        .lines())
                .hasSize(1);
    }

    @Test
    void moreOfTheSameMayBeFree() {
        SampleShop shop = SampleShop.selling(bolt().promotion(gift("10", "BOLT", "1")));
        PricedDocument document = shop.price("10 BOLT");
        assertThat(document.lines()).extracting(line -> line.item().value()).containsExactly("BOLT", "BOLT");
        assertThat(document.totals().net()).isEqualByComparingTo("100");
    }

    @Test
    void aLineThatEarnsAGiftTakesNoOtherPromotion() {
        SampleShop shop = SampleShop.selling(
                bolt().promotion(gift("3", "BOLT", "1")).promotion(deal(terms("Z", 200, true, false), "3", "2")));
        assertThat(nets(shop.price("3 BOLT"))).containsExactly("30.00", "0.00");
    }

    @Test
    void aPromotionHoldsInItsDaysOnly() {
        PromotionTerms over = new PromotionTerms("OVER", "Over", 1, true, false, new Period(null, DAY));
        SampleShop shop = SampleShop.selling(bolt().promotion(deal(over, "3", "2")));
        assertThat(nets(shop.price("3 BOLT"))).containsExactly("30.00");
    }

    @Test
    void dealsThatFreeNothingAndEmptyBundlesAreNotPromotions() {
        assertThatThrownBy(() -> deal(terms("D"), "2", "2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> deal(terms("D"), "2", "-1")).isInstanceOf(IllegalArgumentException.class);
        assertThat(deal(terms("D"), "2", "0")).isNotNull();
        assertThatThrownBy(() -> bundle("1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new Promotion.Bundle(terms("S"), Map.of(new ItemId("A"), BigDecimal.ZERO), BigDecimal.ONE, GBP))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gift("0", "A", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gift("1", "A", "0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new Promotion.PriceCut(terms("C"), BigDecimal.ZERO, new Reduction.Amount(BigDecimal.ONE), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Samples.ItemBuilder bolt() {
        return item("BOLT").price(GENERAL_LIST, "10 GBP/EA");
    }

    private static SampleShop drillAndBits(String price) {
        Promotion set = new Promotion.Bundle(
                terms("SET"),
                Map.of(new ItemId("DRILL"), number("1"), new ItemId("BITS"), number("2")),
                number(price),
                GBP);
        return SampleShop.selling(
                item("DRILL").price(GENERAL_LIST, "100 GBP/EA").promotion(set),
                item("BITS").price(GENERAL_LIST, "12.5 GBP/EA").promotion(set));
    }

    private static Promotion bundle(String price, String... items) {
        Map<ItemId, BigDecimal> contents =
                Arrays.stream(items).collect(Collectors.toMap(ItemId::new, item -> BigDecimal.ONE));
        return new Promotion.Bundle(terms("SET"), contents, number(price), GBP);
    }

    private static Promotion deal(PromotionTerms terms, String take, String pay) {
        return new Promotion.QuantityDeal(terms, number(take), number(pay));
    }

    private static Promotion cut(PromotionTerms terms, String percent) {
        return new Promotion.PriceCut(terms, BigDecimal.ZERO, Samples.reduction(percent), null);
    }

    private static Promotion gift(String buy, String item, String free) {
        return new Promotion.FreeGoods(terms("GIFT"), number(buy), new ItemId(item), number(free));
    }

    private static List<String> nets(PricedDocument document) {
        return document.lines().stream().map(line -> line.net().toPlainString()).toList();
    }
}
