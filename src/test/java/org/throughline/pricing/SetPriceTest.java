package org.throughline.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.throughline.pricing.PriceSource.GENERAL_LIST;
import static org.throughline.pricing.Samples.item;
import static org.throughline.pricing.Samples.number;
import static org.throughline.pricing.Samples.terms;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/** Prices that are given instead of computed. */
class SetPriceTest {

    private static final String REASON = "Agreed by phone";
    private static final Promotion THREE_FOR_TWO = new Promotion.QuantityDeal(terms("DEAL"), number("3"), number("2"));

    private final SampleShop shop = SampleShop.selling(
            item("BOLT").price(GENERAL_LIST, "10 GBP/EA").promotion(THREE_FOR_TWO), item("PRICELESS"));

    @Test
    void anAgreedPriceCountsAndIsTheLastRule() {
        PricedLine line = only(price("3", null, "8.5"));

        assertThat(line.unitPrice()).isEqualByComparingTo("8.5");
        assertThat(line.net()).isEqualByComparingTo("25.50");
        assertThat(line.listPrice()).isEqualByComparingTo("10");
        assertThat(line.discountPercent()).isEqualByComparingTo("15");
        AppliedRule last = line.rules().get(line.rules().size() - 1);
        assertThat(last.kind()).isEqualTo(AppliedRule.Kind.PRICE_OVERRIDE);
        assertThat(last.effect()).isEqualByComparingTo("-1.5");
        assertThat(last.text()).isEqualTo(REASON);
        assertThat(line.overrideReason()).isEqualTo(REASON);
    }

    @Test
    void noPromotionAndNoBreakChangesIt() {
        PricedLine line = only(price("3", null, "8.5"));

        assertThat(line.adjustments()).isEmpty();
        assertThat(line.nextBreak()).isEmpty();
    }

    @Test
    void itIsForOneOfTheUnitOrderedAndTheEffectsStillAddUp() {
        PricedLine line = only(price("2", "BOX12", "100"));

        assertThat(line.net()).isEqualByComparingTo("200.00");
        assertThat(line.listPrice()).isEqualByComparingTo("120");
        assertThat(line.pricedQuantity().unit()).isEqualTo("BOX12");
        assertThat(line.rules().stream().map(AppliedRule::effect).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(line.unitPrice());
    }

    @Test
    void anItemWithoutPriceCanBeSoldAtAnAgreedOne() {
        PriceLine line = new PriceLine(
                null, new ItemId("PRICELESS"), BigDecimal.ONE, null, SetPrice.agreed(number("7"), REASON));

        PricedLine priced = only(shop.price(List.of(line)));
        assertThat(priced.net()).isEqualByComparingTo("7.00");
        assertThat(priced.rules()).hasSize(1);
    }

    @Test
    void aGiftThatWasAgreedOnCostsNothing() {
        assertThat(only(price("1", null, "0")).net()).isEqualByComparingTo("0.00");
    }

    @Test
    void aNegativePriceIsRefusedAtItsPlace() {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> price("1", null, "-0.01"));

        assertThat(fault.violations())
                .extracting(Violation::code, Violation::path)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        ErrorCode.INVALID_VALUE, "line[0].agreedUnitPrice.amount"));
    }

    @Test
    void whatWasOffALineCanBeKept() {
        SetPrice kept =
                new SetPrice(AppliedRule.Kind.PRICE_KEPT, number("10"), "EA", BigDecimal.ONE, number("10.00"), "Kept");
        PricedLine line = only(shop.price(List.of(new PriceLine(null, new ItemId("BOLT"), number("3"), "EA", kept))));

        assertThat(line.net()).isEqualByComparingTo("20.00");
        assertThat(line.allowance()).isEqualByComparingTo("10.00");
        assertThat(line.overrideReason()).isNull();
    }

    private PricedDocument price(String quantity, String unit, String agreed) {
        SetPrice set = SetPrice.agreed(number(agreed), REASON);
        return shop.price(List.of(new PriceLine(null, new ItemId("BOLT"), number(quantity), unit, set)));
    }

    private static PricedLine only(PricedDocument document) {
        assertThat(document.lines()).hasSize(1);
        return document.lines().get(0);
    }
}
