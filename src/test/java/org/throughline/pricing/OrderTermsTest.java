package org.throughline.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.throughline.pricing.PriceSource.GENERAL_LIST;
import static org.throughline.pricing.Samples.DAY;
import static org.throughline.pricing.Samples.EUR;
import static org.throughline.pricing.Samples.GBP;
import static org.throughline.pricing.Samples.item;
import static org.throughline.pricing.Samples.number;

import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.pricing.OrderDiscount.Owner;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.TaxClass;

/** Worked examples of what comes on and off whole orders. */
class OrderTermsTest {

    private static final Currency CHF = Currency.getInstance("CHF");

    @ParameterizedTest(name = "an order of {0} at 10.00 has {1} off")
    @CsvSource({"9, 0.00", "10, 5.00", "49, 24.50", "50, 50.00", "51, 51.00"})
    void theHighestTierThatTheValueReachesCounts(String quantity, String off) {
        SampleShop shop = shop().with(discount(Owner.EVERYBODY, "T5", "5", "100"))
                .with(discount(Owner.EVERYBODY, "T10", "10", "500"));
        PricedDocument document = shop.price(quantity + " BOLT");
        assertThat(document.totals().allowances()).isEqualByComparingTo(off);
        assertThat(document.totals().net())
                .isEqualByComparingTo(document.totals().lineNet().subtract(number(off)));
    }

    @Test
    void aPercentageIsTakenOfTheValueUnderEachTaxTreatment() {
        PricedDocument document =
                shop().with(discount(Owner.EVERYBODY, "T", "2.5", "0")).price("3 BOLT", "1 BOOK");
        assertThat(document.adjustments())
                .extracting(each ->
                        each.treatment().category() + " " + each.base() + " " + each.percent() + " " + each.amount())
                .containsExactly("S 30.00 2.5 0.75", "Z 12.50 2.5 0.31");
        assertThat(document.adjustments()).allMatch(each -> !each.isCharge());
        assertThat(document.totals().allowances()).isEqualByComparingTo("1.06");
        assertThat(document.totals().tax()).isEqualByComparingTo("5.85");
    }

    @Test
    void anAmountIsSpreadOverTheTaxTreatmentsSoThatNothingIsLost() {
        PricedDocument document =
                shop().with(discount(Owner.EVERYBODY, "T", "10GBP", "0")).price("1 BOLT", "1 BOOK");
        assertThat(document.adjustments())
                .extracting(each -> each.treatment().category() + " " + each.amount())
                .containsExactly("S 4.44", "Z 5.56");
        assertThat(document.totals().net()).isEqualByComparingTo("12.50");
        assertThat(document.adjustments().get(0).percent()).isNull();
    }

    @Test
    void noMoreIsTakenOffThanTheOrderIsWorth() {
        PricedDocument document =
                shop().with(discount(Owner.EVERYBODY, "T", "50GBP", "0")).price("1 BOLT");
        assertThat(document.totals().net()).isEqualByComparingTo("0");
    }

    @Test
    void theAccountsDiscountIsStrongerThanItsPriceGroups() {
        SampleShop shop =
                shop().with(discount(Owner.PRICE_GROUP, "G", "10", "0")).with(discount(Owner.ACCOUNT, "A", "4", "0"));
        assertThat(shop.price("1 BOLT").adjustments())
                .extracting(OrderAdjustment::id)
                .containsExactly("A");
        assertThat(shop.with(AgreementPolicy.BEST).price("1 BOLT").adjustments())
                .extracting(OrderAdjustment::id)
                .containsExactly("G");
        assertThat(shop().with(discount(Owner.PRICE_GROUP, "G", "10", "0"))
                        .price("1 BOLT")
                        .totals()
                        .allowances())
                .isEqualByComparingTo("1");
    }

    @Test
    void theTierForEverybodyComesAfterTheAgreedDiscountWhenItGoesWithIt() {
        OrderDiscount agreed = discount(Owner.ACCOUNT, "A", "10", "0");
        PricedDocument without = shop().with(agreed)
                .with(discount(Owner.EVERYBODY, "T", "5", "0"))
                .price("10 BOLT");
        assertThat(without.totals().allowances()).isEqualByComparingTo("10");
        OrderDiscount goesWith = new OrderDiscount(
                Owner.EVERYBODY, "T", "Tier", number("0"), Samples.reduction("5"), GBP, true, Period.ALWAYS);
        PricedDocument with = shop().with(agreed).with(goesWith).price("10 BOLT");
        assertThat(with.adjustments())
                .extracting(each -> each.id() + " " + each.base() + " " + each.amount())
                .containsExactly("A 100.00 10.00", "T 90.00 4.50");
    }

    @Test
    void ofTwoDiscountsFromTheSameValueOnTheLaterIdCounts() {
        SampleShop shop =
                shop().with(discount(Owner.EVERYBODY, "T2", "2", "0")).with(discount(Owner.EVERYBODY, "T1", "1", "0"));
        assertThat(shop.price("1 BOLT").adjustments())
                .extracting(OrderAdjustment::id)
                .containsExactly("T2");
    }

    @Test
    void valuesInAnotherCurrencyAreConverted() {
        OrderDiscount euros = new OrderDiscount(
                Owner.EVERYBODY, "T", "Tier", number("100"), Samples.reduction("10EUR"), EUR, false, Period.ALWAYS);
        assertThat(shop().with(euros).price("8 BOLT").adjustments()).isEmpty();
        assertThat(shop().with(euros).price("9 BOLT").totals().allowances()).isEqualByComparingTo("8.50");
    }

    @Test
    void aValueInACurrencyWithoutRateIsAFault() {
        OrderDiscount francs = new OrderDiscount(
                Owner.EVERYBODY, "T", "Tier", number("100"), Samples.reduction("10"), CHF, false, Period.ALWAYS);
        ServiceFault fault = catchThrowableOfType(
                ServiceFault.class, () -> shop().with(francs).price("8 BOLT"));
        assertThat(fault.violations())
                .extracting(violation -> violation.path() + " " + violation.code())
                .containsExactly("currency NO_EXCHANGE_RATE");
    }

    @Test
    void moreThanAHundredPercentIsAContradiction() {
        ServiceFault fault =
                catchThrowableOfType(ServiceFault.class, () -> shop().with(discount(Owner.EVERYBODY, "T", "101", "0"))
                        .price("8 BOLT"));
        assertThat(fault.code()).isEqualTo(ErrorCode.CONTRADICTORY_PRICES);
        assertThat(shop().with(discount(Owner.EVERYBODY, "T", "100", "0"))
                        .price("8 BOLT")
                        .totals()
                        .net())
                .isEqualByComparingTo("0");
    }

    @Test
    void aDiscountHoldsInItsDaysOnly() {
        OrderDiscount over = new OrderDiscount(
                Owner.EVERYBODY, "T", "Tier", number("0"), Samples.reduction("5"), GBP, false, new Period(null, DAY));
        assertThat(shop().with(over).price("1 BOLT").adjustments()).isEmpty();
    }

    @Test
    void freightIsTaxedAsTheGoodsAreInProportionToTheirValue() {
        PricedDocument document = shop().with(freight("F").amount("10").rule()).price("3 BOLT", "4 BOOK");
        assertThat(document.adjustments())
                .extracting(each ->
                        each.kind() + " " + each.treatment().category() + " " + each.base() + " " + each.amount())
                .containsExactly("FREIGHT S 30.00 3.75", "FREIGHT Z 50.00 6.25");
        assertThat(document.totals().charges()).isEqualByComparingTo("10");
        assertThat(document.totals().net()).isEqualByComparingTo("90");
        assertThat(document.totals().tax()).isEqualByComparingTo("6.75");
    }

    @Test
    void freightWithATaxClassOfItsOwnIsTaxedByIt() {
        PricedDocument document = shop().with(
                        freight("F").amount("10").taxClass("STANDARD").rule())
                .price("4 BOOK");
        assertThat(document.adjustments())
                .extracting(each -> each.taxCategory() + " " + each.taxRatePercent() + " " + each.amount())
                .containsExactly("S 20 10.00");
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> shop().with(
                        freight("F").amount("10").taxClass("UNHEARD_OF").rule())
                .price("4 BOOK"));
        assertThat(fault.violations().get(0).code()).isEqualTo(ErrorCode.NO_TAX_RULE);
    }

    @Test
    void freightCountsWeightAndValue() {
        ChargeRule rule =
                freight("F").amount("5").perKilogram("0.5").percent("1").rule();
        assertThat(shop().with(rule).price("10 BOLT").totals().charges()).isEqualByComparingTo("8.50");
    }

    @ParameterizedTest(name = "{0} bolts of 0.5 kg at 10.00 to {1} {2} cost {3} of freight")
    @CsvSource({
        "1, GB, BS1 1AA, 5.00",
        "1, GB, BT1 1AA, 15.00",
        "1, GB, , 5.00",
        "1, FR, 75001, 20.00",
        "19, GB, BS1 1AA, 5.00",
        "20, GB, BS1 1AA, 8.00",
        "40, GB, BS1 1AA, 0.00"
    })
    void theNearestPlaceThenTheHighestValueThenTheHighestWeightDecides(
            String quantity, String country, String postalCode, String freight) {
        SampleShop shop = shop().shippingTo(country, postalCode)
                .with(freight("WORLD").amount("20").rule())
                .with(freight("GB").country("GB").amount("5").rule())
                .with(freight("HEAVY").country("GB").minWeight("10").amount("8").rule())
                .with(freight("ISLE")
                        .country("GB")
                        .postalCodes("BT.*")
                        .amount("15")
                        .rule())
                .with(freight("FREE").country("GB").minValue("400").rule());
        assertThat(shop.price(quantity + " BOLT").totals().charges()).isEqualByComparingTo(freight);
    }

    @Test
    void servicesAloneAreNotDelivered() {
        SampleShop shop = SampleShop.selling(
                        item("BOLT").price(GENERAL_LIST, "10 GBP/EA"),
                        item("FITTING").price(GENERAL_LIST, "40 GBP/EA").service())
                .with(freight("F").amount("10").rule())
                .with(surcharge("S").amount("2").rule());
        assertThat(shop.price("1 FITTING").adjustments())
                .extracting(OrderAdjustment::kind)
                .containsExactly(OrderAdjustment.Kind.SURCHARGE);
        assertThat(shop.price("1 FITTING", "1 BOLT").adjustments())
                .extracting(each -> each.kind() + " " + each.base())
                .containsExactly("FREIGHT 10.00", "SURCHARGE 10.00");
    }

    @Test
    void chargesComeAfterDiscountsAndDoNotReduceThem() {
        PricedDocument document = shop().with(discount(Owner.EVERYBODY, "T", "10", "0"))
                .with(freight("F").percent("10").rule())
                .price("10 BOLT");
        assertThat(document.adjustments())
                .extracting(each -> each.kind() + " " + each.base() + " " + each.amount())
                .containsExactly("DISCOUNT 100.00 10.00", "FREIGHT 90.00 10.00");
        assertThat(document.totals().net()).isEqualByComparingTo("100");
    }

    @Test
    void settlementDiscountIsShownAndNotDeducted() {
        PricedDocument document =
                shop().with(new SettlementTerms("2/10 N30", number("2"), 10)).price("1 BOLT");
        assertThat(document.totals().gross()).isEqualByComparingTo("12");
        assertThat(document.settlement())
                .isEqualTo(new SettlementDiscount("2/10 N30", number("2"), 10, DAY.plusDays(10), number("0.24")));
        assertThat(shop().price("1 BOLT").settlement()).isNull();
    }

    @Test
    void discountsOfPricesWithTaxAreWithTax() {
        PricedDocument document = shop().withPricesIncludingTax()
                .with(discount(Owner.EVERYBODY, "T", "10", "0"))
                .price("1 BOLT", "1 BOOK");
        assertThat(document.totals().gross()).isEqualByComparingTo("20.25");
        assertThat(document.totals().tax()).isEqualByComparingTo("1.50");
        assertThat(document.taxes()).extracting(tax -> tax.category()).containsExactly(TaxCategory.S, TaxCategory.Z);
    }

    @Test
    void sharesOfAnAmountGoToThoseWhoLostMostByRoundingDown() {
        assertThat(Spread.of(number("0.10"), List.of(number("1"), number("1"), number("1")), 2))
                .containsExactly(number("0.04"), number("0.03"), number("0.03"));
        assertThat(Spread.of(number("1.00"), List.of(number("1"), number("2")), 2))
                .containsExactly(number("0.33"), number("0.67"));
        assertThat(Spread.of(number("5"), List.of(number("0"), number("0")), 0))
                .containsExactly(number("5"), number("0"));
    }

    private static SampleShop shop() {
        return SampleShop.selling(
                item("BOLT").price(GENERAL_LIST, "10 GBP/EA").weight("0.5"),
                item("BOOK").price(GENERAL_LIST, "12.5 GBP/EA").taxClass("ZERO"));
    }

    private static OrderDiscount discount(Owner owner, String id, String reduction, String from) {
        return new OrderDiscount(
                owner, id, "Discount " + id, number(from), Samples.reduction(reduction), GBP, false, Period.ALWAYS);
    }

    private static ChargeBuilder freight(String id) {
        return new ChargeBuilder(id, ChargeRule.Kind.FREIGHT);
    }

    private static ChargeBuilder surcharge(String id) {
        return new ChargeBuilder(id, ChargeRule.Kind.SURCHARGE);
    }

    private static final class ChargeBuilder {

        private final String id;
        private final ChargeRule.Kind kind;
        private String country;
        private Pattern postalCodes;
        private String minValue = "0";
        private String minWeight = "0";
        private String amount = "0";
        private String perKilogram = "0";
        private String percent = "0";
        private TaxClass taxClass;

        private ChargeBuilder(String id, ChargeRule.Kind kind) {
            this.id = id;
            this.kind = kind;
        }

        private ChargeBuilder country(String code) {
            country = code;
            return this;
        }

        private ChargeBuilder postalCodes(String pattern) {
            postalCodes = Pattern.compile(pattern);
            return this;
        }

        private ChargeBuilder minValue(String value) {
            minValue = value;
            return this;
        }

        private ChargeBuilder minWeight(String value) {
            minWeight = value;
            return this;
        }

        private ChargeBuilder amount(String value) {
            amount = value;
            return this;
        }

        private ChargeBuilder perKilogram(String value) {
            perKilogram = value;
            return this;
        }

        private ChargeBuilder percent(String value) {
            percent = value;
            return this;
        }

        private ChargeBuilder taxClass(String code) {
            taxClass = new TaxClass(code, false);
            return this;
        }

        private ChargeRule rule() {
            return new ChargeRule(
                    id,
                    kind,
                    kind.name(),
                    "Charge " + id,
                    country,
                    postalCodes,
                    number(minValue),
                    number(minWeight),
                    number(amount),
                    number(perKilogram),
                    number(percent),
                    GBP,
                    taxClass,
                    Period.ALWAYS);
        }
    }
}
