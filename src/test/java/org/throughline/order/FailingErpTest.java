package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.account.Accounts;
import org.throughline.account.Credits;
import org.throughline.erp.faulty.Fault;
import org.throughline.erp.faulty.FaultyErp;
import org.throughline.erp.resilient.ResiliencePolicy;
import org.throughline.erp.resilient.ResilientErp;
import org.throughline.shared.Difference;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;
import org.throughline.stock.Items;
import org.throughline.stock.StockLevels;

/** What becomes of an order of two lines when the ERP fails in each of the known ways. */
class FailingErpTest {

    private static final RequestKey KEY = new RequestKey("caller", "request-1");
    private static final Duration LONGER_THAN_ANY_LEASE = Duration.ofHours(1);

    private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
    private final TestErp erp = new TestErp(clock);
    private final FaultyErp faulty = new FaultyErp();
    private final ResilientErp resilient = new ResilientErp(
            "main",
            new ResiliencePolicy(
                    Duration.ofMillis(200),
                    Duration.ofMillis(200),
                    10,
                    1_000,
                    Duration.ofSeconds(30),
                    Duration.ofDays(1),
                    Duration.ZERO,
                    1_000_000),
            clock);
    private final InMemoryLedger ledger = new InMemoryLedger(clock);
    private final OrderService service = service();

    @AfterEach
    void close() {
        faulty.fails(Fault.NONE);
        resilient.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            fault                  | caller sees     | ledger    | orders in the ERP    | sent again, repaired | ledger    | orders in the end
            NONE                   | CONFIRMED       | CONFIRMED | 2 lines              | CONFIRMED            | CONFIRMED | 2 lines
            DOWN                   | QUEUED          | RECEIVED  | none                 | CONFIRMED            | CONFIRMED | 2 lines
            SLOW                   | QUEUED          | RECEIVED  | none                 | CONFIRMED            | CONFIRMED | 2 lines
            BREAKS_BEFORE_SAVING   | OUTCOME_UNKNOWN | UNKNOWN   | none                 | CONFIRMED            | CONFIRMED | 2 lines
            SLOW_BEFORE_SAVING     | OUTCOME_UNKNOWN | UNKNOWN   | none                 | CONFIRMED            | CONFIRMED | 2 lines
            SLOW_AFTER_SAVING      | OUTCOME_UNKNOWN | UNKNOWN   | 2 lines              | CONFIRMED            | CONFIRMED | 2 lines
            ERROR_AFTER_SAVING     | OUTCOME_UNKNOWN | UNKNOWN   | 2 lines              | CONFIRMED            | CONFIRMED | 2 lines
            DROPS_A_LINE           | ORDER_ALTERED   | REFUSED   | 1 line cancelled     | ORDER_ALTERED        | REFUSED   | 1 line cancelled
            DROPS_A_LINE_AND_ERROR | OUTCOME_UNKNOWN | UNKNOWN   | 1 line               | ORDER_ALTERED        | REFUSED   | 1 line cancelled
            DROPS_A_LINE_FOR_GOOD  | HELD            | HELD      | 1 line               | HELD                 | HELD      | 1 line
            SAVES_TWICE            | CONFIRMED       | CONFIRMED | 2 lines, 2 lines cancelled | CONFIRMED      | CONFIRMED | 2 lines, 2 lines cancelled
            TOTALS_AT_ZERO         | ORDER_ALTERED   | REFUSED   | 2 lines cancelled    | ORDER_ALTERED        | REFUSED   | 2 lines cancelled
            ANSWERS_ANOTHER_ORDER  | CONFIRMED       | CONFIRMED | 2 lines              | CONFIRMED            | CONFIRMED | 2 lines
            ANSWERS_WITHOUT_SAVING | OUTCOME_UNKNOWN | UNKNOWN   | none                 | CONFIRMED            | CONFIRMED | 2 lines
            """)
    void no_order_is_lost_doubled_or_damaged(
            Fault fault,
            String first,
            RequestState firstState,
            String firstOrders,
            String second,
            RequestState secondState,
            String secondOrders) {
        faulty.fails(fault);

        assertThat(create()).isEqualTo(first);
        assertThat(state()).isEqualTo(firstState);
        assertThat(ordersInTheErp()).isEqualTo(firstOrders);

        faulty.fails(Fault.NONE);
        clock.advance(LONGER_THAN_ANY_LEASE);
        assertThat(create()).isEqualTo(second);
        assertThat(state()).isEqualTo(secondState);
        assertThat(ordersInTheErp()).isEqualTo(secondOrders);
    }

    @Test
    void the_caller_is_told_which_line_was_dropped() {
        faulty.fails(Fault.DROPS_A_LINE);

        assertThat(refusal()).singleElement().satisfies(violation -> {
            assertThat(violation.path()).isEqualTo("order.line[1]");
            assertThat(violation.difference()).isEqualTo(new Difference("2 EA of NUT", "nothing"));
        });
    }

    @Test
    void the_caller_is_told_which_totals_are_missing() {
        faulty.fails(Fault.TOTALS_AT_ZERO);

        assertThat(refusal())
                .extracting(Violation::path, violation -> violation.difference().promised())
                .containsExactly(
                        tuple("order.totals.net", "50.00"),
                        tuple("order.totals.tax", "10.00"),
                        tuple("order.totals.gross", "60.00"));
    }

    @Test
    void a_damaged_order_that_cannot_be_cancelled_waits_for_a_person_who_is_told_why() {
        faulty.fails(Fault.DROPS_A_LINE_FOR_GOOD);

        Order order = service.create(KEY, request()).value().order();
        assertThat(order.holds()).extracting(Hold::reason).containsExactly(HoldReason.ALTERED);
        assertThat(order.holds().get(0).text())
                .isEqualTo("The ERP has not kept it as it was handed over: order.line[1].");
    }

    @Test
    void an_amendment_that_the_erp_damages_waits_for_a_person_who_is_told_why() {
        Order order = service.create(KEY, request()).value().order();
        faulty.fails(Fault.DROPS_A_LINE);

        Placement amended = service.amend(new RequestKey("caller", "request-2"), fourBoltsOf(order))
                .value();

        assertThat(amended.outcome().name()).isEqualTo("HELD");
        assertThat(amended.order().holds()).singleElement().satisfies(hold -> {
            assertThat(hold.reason()).isEqualTo(HoldReason.ALTERED);
            assertThat(hold.text()).contains("order.line[1]");
        });
    }

    @Test
    void an_order_that_was_amended_before_its_outcome_was_certain_is_not_taken_for_damaged() {
        faulty.fails(Fault.ERROR_AFTER_SAVING);
        assertThat(create()).isEqualTo("OUTCOME_UNKNOWN");
        faulty.fails(Fault.NONE);
        Order found = erp.orders.values().iterator().next();
        service.amend(new RequestKey("caller", "request-2"), fourBoltsOf(found));

        clock.advance(LONGER_THAN_ANY_LEASE);

        assertThat(create()).isEqualTo("CONFIRMED");
        assertThat(state()).isEqualTo(RequestState.CONFIRMED);
        assertThat(ordersInTheErp()).isEqualTo("2 lines");
    }

    private static Amendment fourBoltsOf(Order order) {
        return new Amendment(
                order.id(),
                order.version(),
                null,
                null,
                null,
                null,
                CreditPolicy.HOLD,
                StockPolicy.BACKORDER,
                null,
                List.of(new Amendment.LineChange(1, new BigDecimal("4"), null, null)),
                List.of(),
                List.of());
    }

    private String create() {
        try {
            return outcome(service.create(KEY, request()).value());
        } catch (ServiceFault fault) {
            return fault.code().name();
        }
    }

    private static String outcome(Placement placement) {
        return placement.outcome().name();
    }

    private List<Violation> refusal() {
        return catchThrowableOfType(ServiceFault.class, () -> service.create(KEY, request()))
                .violations();
    }

    private static OrderRequest request() {
        return new Wanted()
                .line(TestErp.BOLT, "3", null)
                .line(TestErp.NUT, "2", null)
                .request();
    }

    private RequestState state() {
        return ledger.find(KEY).orElseThrow().state();
    }

    private String ordersInTheErp() {
        return erp.orders.isEmpty()
                ? "none"
                : erp.orders.values().stream().map(FailingErpTest::said).collect(Collectors.joining(", "));
    }

    private static String said(Order order) {
        int lines = order.content().lines().size();
        return lines + (lines == 1 ? " line" : " lines") + (order.isAwaited() ? "" : " cancelled");
    }

    private <P> P port(Class<P> port, P connector) {
        return resilient.around(port, faulty.around(port, connector));
    }

    private OrderService service() {
        OrderSources sources = erp.sources();
        OrderSources failing = new OrderSources(
                sources.customers(),
                port(Accounts.class, sources.accounts()),
                port(Credits.class, sources.credits()),
                sources.rates(),
                port(Items.class, sources.items()),
                port(StockLevels.class, sources.stockLevels()),
                sources.stock(),
                sources.pricing(),
                sources.approval());
        return new OrderService(
                erp,
                failing,
                port(Orders.class, erp),
                InMemoryLedger.handingOver(ledger, clock),
                TestOffers.sources(erp, clock),
                clock);
    }
}
