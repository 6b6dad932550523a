package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Money;
import org.throughline.shared.ServiceFault;

/** A bolt sells for 10.00 pounds. */
class ApprovalRulesTest {

    private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
    private final TestErp erp = new TestErp(clock);

    @ParameterizedTest
    @CsvSource({"30.00, false", "29.99, true"})
    void anOrderOfMoreThanTheLimitWaits(String limit, boolean waits) {
        erp.approvalLimits = limits(Money.of(limit, "GBP"), null, false, true);
        assertThat(reasons(bolts("3"))).isEqualTo(waits ? List.of(HoldReason.VALUE) : List.of());
    }

    @Test
    void aLimitInACurrencyWithoutARateIsAFault() {
        erp.approvalLimits = limits(Money.of("1.00", "JPY"), null, false, true);
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> reasons(bolts("3")));
        assertThat(fault.code()).isEqualTo(ErrorCode.NO_EXCHANGE_RATE);
    }

    /** 100 x (10 - 8) / 10 = 20 percent. */
    @ParameterizedTest
    @CsvSource({"8.00, false", "8.01, true", "12, true"})
    void anOrderThatEarnsTooLittleWaits(String cost, boolean waits) {
        erp.costs.put(TestErp.BOLT, Money.of(cost, "GBP"));
        erp.approvalLimits = limits(null, "20", false, true);
        assertThat(reasons(bolts("3"))).isEqualTo(waits ? List.of(HoldReason.MARGIN) : List.of());
        assertThat(reasons(new Wanted().line(TestErp.BOLT, "2", "BOX").request()))
                .as("costs are those of the base unit")
                .isEqualTo(waits ? List.of(HoldReason.MARGIN) : List.of());
    }

    @Test
    void whatNobodyKnowsTheCostOfIsLeftOut() {
        erp.approvalLimits = limits(null, "20", false, true);
        assertThat(reasons(bolts("3"))).isEmpty();
        erp.costs.put(TestErp.BOLT, Money.of("9.00", "GBP"));
        assertThat(reasons(new Wanted()
                        .line(TestErp.BOLT, "1", null)
                        .line(TestErp.NUT, "5", null)
                        .request()))
                .containsExactly(HoldReason.MARGIN);
    }

    @Test
    void theFirstOrderOfAnAccountWaits() {
        erp.hasBought = false;
        assertThat(reasons(bolts("3"))).isEmpty();
        erp.approvalLimits = limits(null, null, true, true);
        assertThat(reasons(bolts("3"))).containsExactly(HoldReason.NEW_CUSTOMER);
        erp.hasBought = true;
        assertThat(reasons(bolts("3"))).isEmpty();
    }

    @Test
    void anOrderWithAPriceThatTheRequestNamedWaitsUnlessThatIsAllowed() {
        OrderRequest request = new Wanted()
                .agreed(TestErp.BOLT, "1", "7.00", "agreed by phone")
                .request();
        assertThat(reasons(request)).containsExactly(HoldReason.PRICE_OVERRIDE);
        erp.approvalLimits = limits(null, null, false, false);
        assertThat(reasons(request)).isEmpty();
    }

    @Test
    void everythingThatIsAgainstAnOrderIsSaidInTheOrderOfTheRules() {
        erp.approvalLimits = limits(Money.of("1.00", "GBP"), "50", true, true);
        erp.costs.put(TestErp.BOLT, Money.of("9.00", "GBP"));
        erp.hasBought = false;
        erp.creditLimit = new BigDecimal("5.00");
        assertThat(reasons(new Wanted()
                        .agreed(TestErp.BOLT, "1", "9.50", "agreed by phone")
                        .request()))
                .containsExactly(
                        HoldReason.VALUE,
                        HoldReason.MARGIN,
                        HoldReason.CREDIT,
                        HoldReason.NEW_CUSTOMER,
                        HoldReason.PRICE_OVERRIDE);
    }

    @Test
    void anOrderThatIsRefusedForCreditCanStillWaitForTheRest() {
        erp.approvalLimits = limits(Money.of("1.00", "GBP"), null, false, true);
        OrderRequest request =
                new Wanted().line(TestErp.BOLT, "3", null).refuseShortages().request();
        assertThat(reasons(request)).containsExactly(HoldReason.VALUE);
        erp.creditLimit = new BigDecimal("5.00");
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> reasons(request));
        assertThat(fault.code()).isEqualTo(ErrorCode.CREDIT_EXCEEDED);
    }

    @Test
    void theTextsTellNeitherLimitsNorCosts() {
        erp.approvalLimits = limits(Money.of("1.23", "GBP"), "50", false, true);
        erp.costs.put(TestErp.BOLT, Money.of("9.00", "GBP"));
        assertThat(holds(bolts("3"))).hasSize(2).extracting(Hold::text).noneMatch(text -> text.matches(".*\\d.*"));
    }

    /** What a simulation says, and the check that is made when the order is written. */
    private List<Hold> holds(OrderRequest request) {
        OrderDesk desk = new OrderDesk(erp.sources(), erp, clock);
        OrderDraft draft = desk.draft(request);
        assertThat(desk.recheck(draft).holds()).isEqualTo(draft.holds());
        return draft.holds();
    }

    private List<HoldReason> reasons(OrderRequest request) {
        return holds(request).stream().map(Hold::reason).toList();
    }

    private static OrderRequest bolts(String quantity) {
        return new Wanted().line(TestErp.BOLT, quantity, null).request();
    }

    private static ApprovalLimits limits(Money value, String margin, boolean newCustomers, boolean overrides) {
        return new ApprovalLimits(
                Optional.ofNullable(value), Optional.ofNullable(margin).map(BigDecimal::new), newCustomers, overrides);
    }
}
