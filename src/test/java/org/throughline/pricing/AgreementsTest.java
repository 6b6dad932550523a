package org.throughline.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.throughline.pricing.PriceSource.ACCOUNT_ITEM;
import static org.throughline.pricing.PriceSource.ACCOUNT_ITEM_GROUP;
import static org.throughline.pricing.PriceSource.GENERAL_LIST;
import static org.throughline.pricing.PriceSource.PRICE_GROUP_ITEM;
import static org.throughline.pricing.Samples.DAY;
import static org.throughline.pricing.Samples.EUR;
import static org.throughline.pricing.Samples.GBP;
import static org.throughline.pricing.Samples.item;
import static org.throughline.pricing.Samples.number;
import static org.throughline.pricing.Samples.terms;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/** Worked examples of agreements: amounts off, break groups, which one decides, and what contradicts. */
class AgreementsTest {

    @ParameterizedTest(name = "{0} off 10.00 is {1}")
    @CsvSource({
        "10, 9.00",
        "10;5, 8.55",
        "0.5GBP, 9.50",
        "10;0.5GBP, 8.50",
        "0.5GBP;10, 8.55",
        "100, 0.00",
        "10GBP, 0.00"
    })
    void chainsOfPercentagesAndAmounts(String chain, String price) {
        SampleShop shop = SampleShop.selling(bolt().discount(ACCOUNT_ITEM, "AG", chain, "0", Period.ALWAYS));
        assertThat(shop.price("1 BOLT").lines().get(0).unitPrice()).isEqualByComparingTo(price);
    }

    @Test
    void anAmountOffSaysWhatItIsOff() {
        PricedLine line = SampleShop.selling(bolt().discount(ACCOUNT_ITEM, "AG", "0.5GBP", "0", Period.ALWAYS))
                .price("1 BOLT")
                .lines()
                .get(0);
        assertThat(line.rules().get(1).text()).isEqualTo("0.5 GBP off each EA agreed with the customer");
        assertThat(line.rules().get(1).effect()).isEqualByComparingTo("-0.5");
    }

    @Test
    void anAmountIsOffEachUnitWhateverThePriceIsFor() {
        Samples.ItemBuilder boxes = item("BOLT")
                .price(GENERAL_LIST, "100 GBP/BOX12")
                .discount(ACCOUNT_ITEM, "AG", "0.5GBP", "0", Period.ALWAYS);
        assertThat(SampleShop.selling(boxes).price("12 BOLT").lines().get(0).unitPrice())
                .isEqualByComparingTo("94");
        Samples.ItemBuilder hundreds = item("BOLT")
                .price(GENERAL_LIST, "100 GBP/EA per 100")
                .discount(ACCOUNT_ITEM, "AG", "0.5GBP", "0", Period.ALWAYS);
        assertThat(SampleShop.selling(hundreds).price("12 BOLT").lines().get(0).unitPrice())
                .isEqualByComparingTo("50");
    }

    @Test
    void anAmountOffCountsForPricesInItsCurrencyOnlyAndIsConvertedWithThem() {
        Samples.ItemBuilder inEuros =
                item("BOLT").price(GENERAL_LIST, "10 EUR/EA").discount(ACCOUNT_ITEM, "AG", "1EUR", "0", Period.ALWAYS);
        assertThat(SampleShop.selling(inEuros).price("1 BOLT").lines().get(0).unitPrice())
                .isEqualByComparingTo("7.65");
        Samples.ItemBuilder inPounds = bolt().discount(ACCOUNT_ITEM, "AG", "1EUR", "0", Period.ALWAYS);
        assertThat(SampleShop.selling(inPounds).price("1 BOLT").lines().get(0).unitPrice())
                .isEqualByComparingTo("10");
    }

    @Test
    void aPromotionMayBeAnAmountToo() {
        Promotion euro = new Promotion.PriceCut(terms("E"), BigDecimal.ZERO, new Reduction.Amount(number("1")), EUR);
        Promotion pound =
                new Promotion.PriceCut(terms("P"), BigDecimal.ZERO, new Reduction.Amount(number("0.25")), GBP);
        PricedLine line = SampleShop.selling(bolt().promotion(euro).promotion(pound))
                .price("1 BOLT")
                .lines()
                .get(0);
        assertThat(line.unitPrice()).isEqualByComparingTo("9.75");
        assertThat(line.rules().get(1).text()).isEqualTo("0.25 GBP off each EA: Promotion P");
    }

    @Test
    void aPriceCutMayLeaveOutLinesWithADiscountAgreedOn() {
        Promotion cut = new Promotion.PriceCut(
                terms("P", 100, false, false), BigDecimal.ZERO, new Reduction.Percent(number("10")), null);
        assertThat(unitPrice(SampleShop.selling(bolt().promotion(cut)))).isEqualByComparingTo("9");
        assertThat(unitPrice(SampleShop.selling(bolt().promotion(cut).discount(ACCOUNT_ITEM, "5"))))
                .isEqualByComparingTo("9.5");
    }

    @Test
    void priceCutsCombineWhenAllOfThemSaySo() {
        Samples.ItemBuilder all = bolt().promotion(cut("A", 1, true, "10"))
                .promotion(cut("B", 2, false, "50"))
                .promotion(cut("C", 3, true, "10"));
        assertThat(unitPrice(SampleShop.selling(all))).isEqualByComparingTo("8.1");
        Samples.ItemBuilder firstExcludes =
                bolt().promotion(cut("A", 1, false, "10")).promotion(cut("C", 3, true, "50"));
        assertThat(unitPrice(SampleShop.selling(firstExcludes))).isEqualByComparingTo("9");
    }

    @Test
    void theBestAgreementDecidesWhenThatIsThePolicy() {
        Samples.ItemBuilder several = bolt().discount(ACCOUNT_ITEM, "5")
                .discount(ACCOUNT_ITEM_GROUP, "20")
                .price(PRICE_GROUP_ITEM, "8.5 GBP/EA");
        assertThat(unitPrice(SampleShop.selling(several))).isEqualByComparingTo("9.5");
        assertThat(unitPrice(SampleShop.selling(several).with(AgreementPolicy.BEST)))
                .isEqualByComparingTo("8");
    }

    @Test
    void theListIsBestWhenAPromotionUndercutsTheNetPriceAgreedOn() {
        Samples.ItemBuilder item = bolt().price(ACCOUNT_ITEM, "9 GBP/EA").promotion("P", "50", "0");
        assertThat(unitPrice(SampleShop.selling(item))).isEqualByComparingTo("9");
        assertThat(unitPrice(SampleShop.selling(item).with(AgreementPolicy.BEST)))
                .isEqualByComparingTo("5");
    }

    @Test
    void amongEquallyCheapAgreementsTheStrongestIsNamed() {
        Samples.ItemBuilder item = bolt().discount(ACCOUNT_ITEM_GROUP, "10").discount(ACCOUNT_ITEM, "10");
        PricedLine line = SampleShop.selling(item)
                .with(AgreementPolicy.BEST)
                .price("1 BOLT")
                .lines()
                .get(0);
        assertThat(line.rules().get(1).id()).isEqualTo("ACCOUNT_ITEM");
    }

    @Test
    void ofANetPriceAndADiscountOfTheSameStrengthTheHigherQuantityCounts() {
        Samples.ItemBuilder discountHigher =
                bolt().price(ACCOUNT_ITEM, "9 GBP/EA").discount(ACCOUNT_ITEM, "20 from 5");
        SampleShop shop = SampleShop.selling(discountHigher);
        assertThat(unitPrice(shop)).isEqualByComparingTo("9");
        assertThat(shop.price("5 BOLT").lines().get(0).unitPrice()).isEqualByComparingTo("8");
        Samples.ItemBuilder same = bolt().price(ACCOUNT_ITEM, "9 GBP/EA").discount(ACCOUNT_ITEM, "20");
        assertThat(unitPrice(SampleShop.selling(same))).isEqualByComparingTo("9");
    }

    @Test
    void linesOfABreakGroupReachBreaksTogether() {
        SampleShop shop = SampleShop.selling(paint("RED", "PAINT"), paint("BLUE", "PAINT"), paint("TAPE", null));
        assertThat(unitPrices(shop.price("6 RED", "6 BLUE"))).containsExactly("9", "9");
        assertThat(unitPrices(shop.price("6 RED", "5 BLUE"))).containsExactly("10", "10");
        assertThat(unitPrices(shop.price("6 RED", "6 TAPE"))).containsExactly("10", "10");
        assertThat(unitPrices(shop.price("6 TAPE", "6 TAPE"))).containsExactly("10", "10");
        assertThat(unitPrices(shop.price("1 RED", "1 BOX12 of BLUE"))).containsExactly("9", "9");
    }

    @Test
    void theNextBreakOfABreakGroupCountsWhatTheOthersWant() {
        SampleShop shop = SampleShop.selling(paint("RED", "PAINT"), paint("BLUE", "PAINT"));
        NextBreak next =
                shop.price("3 RED", "5 BLUE").lines().get(0).nextBreak().orElseThrow();
        assertThat(next.quantity().value()).isEqualByComparingTo("7");
        assertThat(next.text()).isEqualTo("4 EA more for 10 % off");
    }

    @Test
    void linesThatCannotBeSoldDoNotHelpTheOthers() {
        SampleShop shop =
                SampleShop.selling(paint("RED", "PAINT"), paint("BLUE", "PAINT").blocked(), paint("PINK", "PAINT"));
        ServiceFault fault = catchThrowableOfType(
                ServiceFault.class, () -> shop.price("6 RED", "6 BLUE", "-1 PINK", "1.5 RED", "1 CRATE of PINK"));
        assertThat(fault.violations())
                .extracting(Violation::path)
                .containsExactly("line[1].item", "line[2].quantity", "line[3].quantity", "line[4].unit");
    }

    @Test
    void twoAgreementsThatSayDifferentThingsOfTheSameAreRefused() {
        Samples.ItemBuilder prices = bolt().price(ACCOUNT_ITEM, "AG-1", "9 GBP/EA", Period.ALWAYS)
                .price(ACCOUNT_ITEM, "AG-2", "8 GBP/EA", Period.ALWAYS);
        assertContradiction(SampleShop.selling(prices), "AG-2", "AG-1");
        Samples.ItemBuilder discounts = bolt().discount(ACCOUNT_ITEM, "AG-1", "10", "0", Period.ALWAYS)
                .discount(ACCOUNT_ITEM, "AG-2", "20", "0", Period.ALWAYS);
        assertContradiction(SampleShop.selling(discounts), "AG-2", "AG-1");
    }

    @Test
    void agreementsThatSayTheSameOrHoldForOtherQuantitiesOrDaysAreFine() {
        Samples.ItemBuilder same = bolt().price(ACCOUNT_ITEM, "AG-1", "9 GBP/EA", Period.ALWAYS)
                .price(ACCOUNT_ITEM, "AG-2", "9.00 GBP/EA", Period.ALWAYS)
                .discount(ACCOUNT_ITEM, "AG-3", "10", "0", Period.ALWAYS)
                .discount(ACCOUNT_ITEM, "AG-4", "10", "0", Period.ALWAYS);
        assertThat(unitPrice(SampleShop.selling(same))).isEqualByComparingTo("9");
        Samples.ItemBuilder otherDays = bolt().price(ACCOUNT_ITEM, "AG-1", "9 GBP/EA", new Period(DAY, null))
                .price(ACCOUNT_ITEM, "AG-2", "8 GBP/EA", new Period(DAY.minusDays(1), null));
        assertThat(unitPrice(SampleShop.selling(otherDays))).isEqualByComparingTo("9");
        Samples.ItemBuilder newerDiscount = bolt().discount(ACCOUNT_ITEM, "AG-1", "10", "0", new Period(DAY, null))
                .discount(ACCOUNT_ITEM, "AG-2", "20", "0", new Period(DAY.minusDays(1), null));
        assertThat(unitPrice(SampleShop.selling(newerDiscount))).isEqualByComparingTo("9");
        Samples.ItemBuilder lists = item("BOLT")
                .price(GENERAL_LIST, "L-1", "9 GBP/EA", Period.ALWAYS)
                .price(GENERAL_LIST, "L-2", "8 GBP/EA", Period.ALWAYS);
        assertThat(unitPrice(SampleShop.selling(lists))).isEqualByComparingTo("8");
    }

    @Test
    void takingMoreOffThanThereIsIsAContradiction() {
        assertContradiction(SampleShop.selling(bolt().discount(ACCOUNT_ITEM, "AG", "110", "0", Period.ALWAYS)), "AG");
        assertContradiction(
                SampleShop.selling(bolt().discount(ACCOUNT_ITEM, "AG", "10.01GBP", "0", Period.ALWAYS)), "AG");
    }

    @Test
    void aContradictoryBreakIsNotRecommended() {
        Samples.ItemBuilder item = bolt().discount(ACCOUNT_ITEM, "AG-1", "110", "10", Period.ALWAYS)
                .price(GENERAL_LIST, "9 GBP/EA from 5");
        PricedLine line = SampleShop.selling(item).price("6 BOLT").lines().get(0);
        assertThat(line.nextBreak()).isEmpty();
    }

    @Test
    void whatHasNoPriceOnTheDaySaysWhenItHas() {
        Samples.ItemBuilder later = item("BOLT").price(GENERAL_LIST, "9 GBP/EA", new Period(DAY.plusDays(1), null));
        assertThat(remedy(later)).isEqualTo("There is a price from 2026-11-16 on.");
        Samples.ItemBuilder before = item("BOLT").price(GENERAL_LIST, "9 GBP/EA", new Period(DAY.minusDays(9), DAY));
        assertThat(remedy(before)).isEqualTo("There was a price until 2026-11-14.");
        assertThat(remedy(item("BOLT"))).isNull();
    }

    @Test
    void aPriceCanBeAskedInAnotherCurrency() {
        SampleShop shop = SampleShop.selling(item("BOLT").price(GENERAL_LIST, "10 EUR/EA"));
        PricedDocument document = shop.priceOn(DAY, EUR, List.of(SampleShop.line("1 BOLT")));
        assertThat(document.currency()).isEqualTo(EUR);
        assertThat(document.lines().get(0).unitPrice()).isEqualByComparingTo("10");
        ServiceFault fault = catchThrowableOfType(
                ServiceFault.class,
                () -> shop.priceOn(DAY, Currency.getInstance("CHF"), List.of(SampleShop.line("1 BOLT"))));
        assertThat(fault.code()).isEqualTo(ErrorCode.NO_EXCHANGE_RATE);
    }

    @Test
    void inactiveCustomersGetNoPrices() {
        ServiceFault fault = catchThrowableOfType(
                ServiceFault.class,
                () -> SampleShop.selling(bolt()).toInactiveCustomers().price("1 BOLT"));
        assertThat(fault.violations())
                .extracting(violation -> violation.path() + " " + violation.code())
                .containsExactly("customer ACCOUNT_ON_HOLD");
    }

    @Test
    void anAmountNeedsACurrency() {
        assertThatThrownBy(() -> new DiscountEntry(
                        ACCOUNT_ITEM,
                        "AG",
                        null,
                        BigDecimal.ZERO,
                        null,
                        List.of(new Reduction.Amount(BigDecimal.ONE)),
                        Period.ALWAYS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new DiscountEntry(ACCOUNT_ITEM, "AG", null, BigDecimal.ZERO, null, List.of(), Period.ALWAYS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertContradiction(SampleShop shop, String... ids) {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> shop.price("1 BOLT"));
        Violation violation = fault.violations().get(0);
        assertThat(violation.code()).isEqualTo(ErrorCode.CONTRADICTORY_PRICES);
        assertThat(violation.path()).isEqualTo("line[0].item");
        assertThat(violation.remedy().allowedValues()).containsExactly(ids);
    }

    private static String remedy(Samples.ItemBuilder item) {
        ServiceFault fault = catchThrowableOfType(
                ServiceFault.class, () -> SampleShop.selling(item).price("1 BOLT"));
        assertThat(fault.code()).isEqualTo(ErrorCode.NO_PRICE);
        return fault.violations().get(0).remedy().text();
    }

    private static Promotion cut(String id, int priority, boolean combines, String percent) {
        return new Promotion.PriceCut(
                terms(id, priority, true, combines), BigDecimal.ZERO, new Reduction.Percent(number(percent)), null);
    }

    private static Samples.ItemBuilder bolt() {
        return item("BOLT").price(GENERAL_LIST, "10 GBP/EA");
    }

    private static Samples.ItemBuilder paint(String id, String breakGroup) {
        return item(id).price(GENERAL_LIST, "10 GBP/EA")
                .price(GENERAL_LIST, "9 GBP/EA from 12")
                .breakGroup(breakGroup);
    }

    private static BigDecimal unitPrice(SampleShop shop) {
        return shop.price("1 BOLT").lines().get(0).unitPrice();
    }

    private static List<String> unitPrices(PricedDocument document) {
        return document.lines().stream()
                .map(line -> line.unitPrice().stripTrailingZeros().toPlainString())
                .toList();
    }
}
