package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.throughline.erp.embedded.ReturnDesk.Arrived;
import org.throughline.erp.embedded.ReturnDesk.Wish;
import org.throughline.history.InvoiceDocument;
import org.throughline.history.ReturnFilter;
import org.throughline.history.ReturnState;
import org.throughline.order.Order;
import org.throughline.order.OrderEvent;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/** Goods that come back, on every database. */
abstract class ReturnDeskContract {

    private static final By ANNA = new By("Anna", "Customer called");
    private static final List<Arrived> ALL = List.of();

    abstract EmbeddedOrderWorld world();

    @Test
    void aReturnIsAskedForAuthorisedReceivedAndCreditedAtTheInvoicesPrices() {
        AccountId account = world().account(null);
        Order order = shipped(account, "10", "4");
        InvoiceId invoice = world().invoicing().invoiceRest(order.id(), ANNA);
        ItemId item = order.content().lines().get(0).item();
        BigDecimal before = onHand(item);

        GoodsReturn asked = desk().request(order.id(), List.of(wish(1, "4")), ANNA);
        assertThat(asked.state()).isEqualTo(ReturnState.REQUESTED);
        assertThat(asked.lines()).singleElement().satisfies(line -> {
            assertThat(line.reasonCode()).isEqualTo("DAMAGED");
            assertThat(line.reason()).isEqualTo("Arrived damaged");
        });
        assertThat(desk().authorise(asked.id(), ANNA).state()).isEqualTo(ReturnState.AUTHORISED);
        GoodsReturn back = desk().receive(asked.id(), null, List.of(arrived(1, "3", "2")), ANNA);
        assertThat(back.state()).isEqualTo(ReturnState.RECEIVED);
        assertThat(back.warehouse()).isEqualTo("LON");
        assertThat(onHand(item).subtract(before)).as("two are as good as new").isEqualByComparingTo("2");
        assertThat(movements(asked.id())).containsExactly("RETURN 3", "ADJUSTMENT -1");

        GoodsReturn credited = desk().credit(asked.id(), ANNA);

        assertThat(credited.state()).isEqualTo(ReturnState.CREDITED);
        InvoiceDocument note =
                document(new InvoiceId("main", credited.creditNotes().get(0)));
        assertThat(note.corrects()).isEqualTo(invoice);
        assertThat(note.totals().gross()).isEqualByComparingTo("36.00");
        assertThat(document(invoice).header().outstanding()).isEqualByComparingTo("132.00");
        assertThat(sales().now(order.id()).timeLine())
                .extracting(OrderEvent::kind)
                .contains(OrderEvent.Kind.RETURNED, OrderEvent.Kind.CREDITED);
        assertThat(history(account))
                .containsExactly(
                        tuple(ReturnState.CREDITED, List.of(note.header().id())));
    }

    @Test
    void goodsOfSeveralInvoicesAreCreditedWithOneCreditNoteForEach() {
        Order order = shipped(world().account(null), "10");
        InvoiceId first = world().invoicing().invoice(order.id(), Map.of(1, new BigDecimal("6")), ANNA);
        InvoiceId second = world().invoicing().invoiceRest(order.id(), ANNA);
        GoodsReturn goods = received(order, "9");
        List<String> notes = desk().credit(goods.id(), ANNA).creditNotes();
        assertThat(notes).hasSize(2);
        assertThat(document(first).header().settlement().credited()).isEqualByComparingTo("60.00");
        assertThat(document(second).header().settlement().credited()).isEqualByComparingTo("48.00");
    }

    @Test
    void whatWasNotInvoicedIsNotCredited() {
        Order order = shipped(world().account(null), "10");
        world().invoicing().invoice(order.id(), Map.of(1, new BigDecimal("2")), ANNA);
        GoodsReturn goods = received(order, "5");
        assertFault(() -> desk().credit(goods.id(), ANNA), ErrorCode.NOT_INVOICED_YET);
        assertThat(desk().get(goods.id()).state()).isEqualTo(ReturnState.RECEIVED);
        world().invoicing().invoiceRest(order.id(), ANNA);
        assertThat(desk().credit(goods.id(), ANNA).state()).isEqualTo(ReturnState.CREDITED);
    }

    @Test
    void neverMoreComesBackThanWasShipped() {
        Order order = shipped(world().account(null), "10", "5");
        GoodsReturn first = desk().request(order.id(), List.of(wish(1, "6")), ANNA);
        assertThatThrownBy(() -> desk().request(
                                order.id(), List.of(wish(1, "5"), wish(2, "0"), wish(2, "1"), wish(3, "1")), ANNA))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> {
                    assertThat(fault.violations())
                            .extracting(Violation::path, Violation::code)
                            .containsExactly(
                                    tuple("lines[0].quantity", ErrorCode.INVALID_QUANTITY),
                                    tuple("lines[1].quantity", ErrorCode.INVALID_QUANTITY),
                                    tuple("lines[2].line", ErrorCode.INVALID_VALUE),
                                    tuple("lines[3].line", ErrorCode.INVALID_VALUE));
                    assertThat(fault.violations().get(0).remedy().limit()).isEqualByComparingTo("4");
                });
        assertFault(() -> desk().request(order.id(), List.of(), ANNA), ErrorCode.INVALID_VALUE);
        assertFault(
                () -> desk().request(new OrderId("main", "SO-0"), List.of(wish(1, "1")), ANNA),
                ErrorCode.ORDER_NOT_FOUND);
        desk().reject(first.id(), ANNA);
        assertThat(desk().request(order.id(), List.of(wish(1, "10")), ANNA).state())
                .as("what was rejected does not come")
                .isEqualTo(ReturnState.REQUESTED);
    }

    @Test
    void whatWasNotShippedDoesNotComeBack() {
        Order order = sales().order(world().account(null), "10");
        assertFault(() -> desk().request(order.id(), List.of(wish(1, "1")), ANNA), ErrorCode.INVALID_QUANTITY);
    }

    @Test
    void stepsAreTakenInTheirOrder() {
        Order order = shipped(world().account(null), "10");
        String id = desk().request(order.id(), List.of(wish(1, "2")), ANNA).id();
        assertFault(() -> desk().receive(id, null, ALL, ANNA), ErrorCode.WRONG_STATE);
        assertFault(() -> desk().credit(id, ANNA), ErrorCode.WRONG_STATE);
        desk().authorise(id, ANNA);
        assertFault(() -> desk().authorise(id, ANNA), ErrorCode.WRONG_STATE);
        desk().reject(id, ANNA);
        assertThatThrownBy(() -> desk().receive(id, null, ALL, ANNA))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(
                                fault.violations().get(0).remedy().allowedValues())
                        .isEmpty());
        assertFault(() -> desk().authorise("RT-0", ANNA), ErrorCode.RETURN_NOT_FOUND);
    }

    @Test
    void whatArrivesIsCheckedAgainstWhatWasAuthorised() {
        Order order = shipped(world().account(null), "10");
        String id = desk().request(order.id(), List.of(wish(1, "2")), ANNA).id();
        desk().authorise(id, ANNA);
        assertThatThrownBy(() -> desk().receive(
                                id,
                                null,
                                List.of(arrived(1, "3", "4"), arrived(1, "1", "1"), arrived(2, "1", "1")),
                                ANNA))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.violations())
                        .extracting(Violation::path)
                        .containsExactly("lines[0].quantity", "lines[0].restock", "lines[1].line", "lines[2].line"));
        assertFault(() -> desk().receive(id, "NOWHERE", ALL, ANNA), ErrorCode.WAREHOUSE_NOT_FOUND);
        assertThat(movements(id)).isEmpty();
        assertThat(desk().receive(id, "LON", ALL, ANNA).lines().get(0).restocked())
                .isEqualByComparingTo("2");
    }

    @Test
    void theAuditTrailNamesWhoDidEachStep() {
        GoodsReturn goods = received(shipped(world().account(null), "3"), "1");
        assertThat(world().trail().of(goods.id()))
                .extracting(AuditEntry::action, AuditEntry::actor)
                .containsExactly(tuple("REQUEST", "Anna"), tuple("AUTHORISE", "Anna"), tuple("RECEIVE", "Anna"));
    }

    private GoodsReturn received(Order order, String quantity) {
        String id = desk().request(order.id(), List.of(wish(1, quantity)), ANNA).id();
        desk().authorise(id, ANNA);
        return desk().receive(id, null, ALL, ANNA);
    }

    private Order shipped(AccountId account, String... quantities) {
        Order order = sales().order(account, quantities);
        int[] lines =
                java.util.stream.IntStream.rangeClosed(1, quantities.length).toArray();
        return sales().ship(order, lines);
    }

    private ReturnDesk desk() {
        return world().returnDesk();
    }

    private Sales sales() {
        return new Sales(world());
    }

    private InvoiceDocument document(InvoiceId id) {
        return world().invoices().get(id, null, MaxAge.LIVE).value();
    }

    private List<org.assertj.core.groups.Tuple> history(AccountId account) {
        return new EmbeddedReturns(world().database().erp(), world().clock(), new EmbeddedErp("main"))
                .find(List.of(account), ReturnFilter.ALL, PageRequest.first(10), MaxAge.LIVE).value().entries().stream()
                        .map(goods -> tuple(goods.state(), goods.creditNotes()))
                        .toList();
    }

    private BigDecimal onHand(ItemId item) {
        return world().database()
                .erp()
                .sql("select on_hand from stock_level where item_id = ?")
                .param(item.value())
                .query(BigDecimal.class)
                .single();
    }

    private List<String> movements(String document) {
        return world().database()
                .erp()
                .sql("select kind, quantity from stock_movement where document_id = ? order by id")
                .param(document)
                .query((row, number) -> row.getString("kind") + " "
                        + row.getBigDecimal("quantity").stripTrailingZeros().toPlainString())
                .list();
    }

    private static Wish wish(int line, String quantity) {
        return new Wish(line, new BigDecimal(quantity), ReturnReason.DAMAGED, null);
    }

    private static Arrived arrived(int line, String quantity, String restock) {
        return new Arrived(line, new BigDecimal(quantity), new BigDecimal(restock));
    }

    private static void assertFault(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.code())
                .isEqualTo(code));
    }
}
