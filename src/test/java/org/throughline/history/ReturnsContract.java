package org.throughline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.history.HistoryWorld.DATASET;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughline.history.HistoryWorld.Line;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.PageRequest;
import org.throughline.shared.Quantity;
import org.throughline.shared.ServiceFault;

/** What every ERP's returns must do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ReturnsContract {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final HistoryWorld world;

    protected ReturnsContract(HistoryWorld world) {
        this.world = world;
        world.item("A", "Item A");
        world.item("B", "Item B");
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void returnsAreFoundByOrderAndOwnReferenceAndCounted() {
        AccountId account = world.account("of-order");
        world.order("SO-R1", account, MAY, Line.of("A", "1", "10.00"));
        world.returned("RT-R1", account, MAY, ReturnState.REQUESTED, null, Line.of("A", "1", "10.00"));
        world.returned("RT-R2", account, MAY, ReturnState.REJECTED, null, Line.of("A", "1", "10.00"));
        world.returned("RT-R3", account, MAY, ReturnState.RECEIVED, null, Line.of("A", "1", "10.00"));
        world.belongsTo("RT-R1", "SO-R1");
        world.belongsTo("RT-R2", "SO-R1");
        OrderId order = new OrderId(DATASET, "SO-R1");
        ReturnFilter byOrder = new ReturnFilter(DateRange.ALL, Set.of(), order, null, null);
        ReturnFilter byReference = new ReturnFilter(DateRange.ALL, Set.of(), null, null, "ref SO-R1");
        ReturnFilter byBoth = new ReturnFilter(DateRange.ALL, Set.of(), order, null, "another");
        ReturnFilter byStates =
                new ReturnFilter(DateRange.ALL, Set.of(ReturnState.RECEIVED, ReturnState.REQUESTED), null, null, null);

        assertThat(ids(all(1, byOrder, account))).containsExactly("RT-R2", "RT-R1");
        assertThat(ids(all(1, byReference, account))).containsExactly("RT-R2", "RT-R1");
        assertThat(all(1, byReference, account))
                .extracting(Return::customerReference)
                .containsOnly("ref SO-R1");
        assertThat(ids(all(1, byBoth, account))).isEmpty();
        assertThat(ids(all(1, byStates, account))).containsExactly("RT-R3", "RT-R1");
        assertThat(count(byStates, account)).isEqualTo(2);
        assertThat(count(byReference, account)).isEqualTo(2);
        assertThat(count(ReturnFilter.ALL, account)).isEqualTo(3);
    }

    @Test
    void theListStaysWholeWhileReturnsOfAllDaysComeIn() {
        AccountId account = world.account("whole");
        for (int i = 0; i < 30; i++) {
            world.returned("RT-X" + i, account, MAY.plusDays(i), ReturnState.REQUESTED, null, Line.of("A", "1", "1"));
        }

        Pages.staysWhole(
                page -> world.returns().find(List.of(account), ReturnFilter.ALL, page, MaxAge.ANY),
                Return::id,
                number -> world.returned(
                        "RT-Y" + number,
                        account,
                        MAY.plusDays(number % 35),
                        ReturnState.REQUESTED,
                        null,
                        Line.of("A", "1", "1")));
    }

    @Test
    void aReturnTellsReasonsStateQuantitiesAndCreditNote() {
        AccountId account = world.account("one");
        world.invoice("IN-R", account, MAY, null, Line.of("A", "2", "1"));
        world.creditNote("CN-R", "IN-R", MAY, Line.of("A", "2", "1"));
        world.returned("RT-1", account, MAY, ReturnState.CREDITED, "CN-R", Line.of("A", "2", "1"));

        Return returned = all(10, ReturnFilter.ALL, account).get(0);

        assertThat(returned.account()).isEqualTo(account);
        assertThat(returned.date()).isEqualTo(MAY);
        assertThat(returned.state()).isEqualTo(ReturnState.CREDITED);
        assertThat(returned.creditNotes()).containsExactly(new InvoiceId(DATASET, "CN-R"));
        assertThat(returned.lines())
                .containsExactly(new ReturnLine(
                        1,
                        1,
                        new ItemId("A"),
                        "Item A as ordered",
                        Quantity.of("2", "EA"),
                        "DAMAGED",
                        "Damaged in transit"));
    }

    @Test
    void everyFilterNarrowsTheListAndSeveralAccountsComeInOneOrder() {
        AccountId one = world.account("filters-1");
        AccountId two = world.account("filters-2");
        world.returned("RT-F1", one, MAY, ReturnState.REQUESTED, null, Line.of("A", "1", "1"));
        world.returned("RT-F2", two, MAY, ReturnState.REJECTED, null, Line.of("B", "1", "1"));
        world.returned("RT-F3", one, MAY.plusDays(1), ReturnState.RECEIVED, null, Line.of("A", "1", "1"));

        for (int size : List.of(1, 2, 10)) {
            assertThat(ids(all(size, ReturnFilter.ALL, one, two))).containsExactly("RT-F3", "RT-F2", "RT-F1");
        }
        assertThat(ids(all(
                        10,
                        new ReturnFilter(new DateRange(null, MAY.plusDays(1)), Set.of(), null, null, null),
                        one,
                        two)))
                .containsExactly("RT-F2", "RT-F1");
        assertThat(ids(all(10, states(ReturnState.REJECTED, ReturnState.RECEIVED), one, two)))
                .containsExactly("RT-F3", "RT-F2");
        assertThat(ids(all(10, new ReturnFilter(DateRange.ALL, Set.of(), null, new ItemId("A"), null), one, two)))
                .containsExactly("RT-F3", "RT-F1");
    }

    @Test
    void aCursorOfOtherFiltersIsRefusedAndAnUnknownAccountIsNotFound() {
        AccountId account = world.account("cursor");
        world.returned("RT-C1", account, MAY, ReturnState.REQUESTED, null, Line.of("A", "1", "1"));
        world.returned("RT-C2", account, MAY, ReturnState.REQUESTED, null, Line.of("A", "1", "1"));
        PageRequest next = new PageRequest(
                1,
                world.returns()
                        .find(List.of(account), ReturnFilter.ALL, PageRequest.first(1), MaxAge.ANY)
                        .value()
                        .nextCursor());

        assertThat(next.cursor()).isPresent();
        assertThat(codeOf(
                        () -> world.returns().find(List.of(account), states(ReturnState.REQUESTED), next, MaxAge.ANY)))
                .isEqualTo(ErrorCode.INVALID_CURSOR);
        assertThat(codeOf(() -> all(1, ReturnFilter.ALL, new AccountId(DATASET, "unknown"))))
                .isEqualTo(ErrorCode.ACCOUNT_NOT_FOUND);
    }

    private static ErrorCode codeOf(Runnable call) {
        ErrorCode[] code = new ErrorCode[1];
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ServiceFault.class, fault -> code[0] = fault.code());
        return code[0];
    }

    private List<Return> all(int size, ReturnFilter filter, AccountId... accounts) {
        return Pages.all(size, page -> world.returns().find(List.of(accounts), filter, page, MaxAge.ANY));
    }

    private static ReturnFilter states(ReturnState... states) {
        return new ReturnFilter(DateRange.ALL, Set.of(states), null, null, null);
    }

    private static List<String> ids(List<Return> returns) {
        return returns.stream().map(returned -> returned.id().value()).toList();
    }

    private int count(ReturnFilter filter, AccountId account) {
        return world.returns().count(List.of(account), filter, MaxAge.ANY).value();
    }
}
