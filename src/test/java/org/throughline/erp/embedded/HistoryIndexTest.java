package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.throughline.database.TestDatabase;
import org.throughline.history.AmountRange;
import org.throughline.history.DateRange;
import org.throughline.history.DeliveryStatus;
import org.throughline.history.HistoryWorld;
import org.throughline.history.HistoryWorld.Line;
import org.throughline.history.InvoiceFilter;
import org.throughline.history.InvoiceStatus;
import org.throughline.history.PurchaseFilter;
import org.throughline.history.ReturnFilter;
import org.throughline.history.ReturnState;
import org.throughline.history.ShipmentFilter;
import org.throughline.history.ShipmentStatus;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** Every list is served by indexes, and a page deep in it costs what the first one costs: seen in Derby's own plans. */
class HistoryIndexTest {

    private static final int DOCUMENTS = 1500;
    private static final int ITEMS = 300;
    private static final int PAGE = 20;
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);

    private static TestDatabase database;
    private static SingleConnectionDataSource connection;
    private static JdbcClient jdbc;
    private static AccountId account;

    @BeforeAll
    static void fill() throws java.sql.SQLException {
        database = TestDatabase.derby();
        EmbeddedHistoryWorld world = new EmbeddedHistoryWorld(database);
        for (int i = 0; i < ITEMS; i++) {
            world.item("I%03d".formatted(i), "Item " + i);
        }
        account = world.account("A");
        AccountId other = world.account("B");
        for (int i = 0; i < DOCUMENTS; i++) {
            LocalDate day = FIRST_DAY.plusDays(i / 3);
            AccountId owner = i % 5 == 0 ? other : account;
            Line[] lines = {
                Line.of("I%03d".formatted(i % ITEMS), "1", "1.00"),
                Line.of("I%03d".formatted((i * 7 + 1) % ITEMS), "2", "1.00")
            };
            world.shipment("SH-%05d".formatted(i), owner, day, ShipmentStatus.SHIPPED, lines);
            world.invoice("IN-%05d".formatted(i), owner, day, null, lines);
            world.payment("IN-%05d".formatted(i), day.plusDays(20), "1.50");
            world.returned("RT-%05d".formatted(i), owner, day, ReturnState.REQUESTED, null, lines);
        }
        connection = new SingleConnectionDataSource(database.erpDataSource().getConnection(), true);
        jdbc = JdbcClient.create(connection);
        for (String table : List.of(
                "SALES_ORDER",
                "SALES_ORDER_LINE",
                "SHIPMENT",
                "SHIPMENT_LINE",
                "INVOICE",
                "INVOICE_LINE",
                "PAYMENT",
                "PAYMENT_ALLOCATION",
                "CREDIT_ALLOCATION",
                "RETURN_CREDIT",
                "RETURN_REQUEST",
                "RETURN_LINE",
                "ITEM",
                "ACCOUNT")) {
            jdbc.sql("call syscs_util.syscs_update_statistics('ERP', ?, null)")
                    .param(table)
                    .update();
        }
        jdbc.sql("call syscs_util.syscs_set_runtimestatistics(1)").update();
    }

    @AfterAll
    static void close() {
        connection.destroy();
        database.close();
    }

    @Test
    void purchaseLines() {
        EmbeddedPurchases purchases = new EmbeddedPurchases(jdbc, clock(), erp());
        check(page -> purchases.findLines(List.of(account), PurchaseFilter.ALL, page, MaxAge.ANY), 60);
    }

    @Test
    void purchasesByItem() {
        EmbeddedPurchases purchases = new EmbeddedPurchases(jdbc, clock(), erp());
        check(page -> purchases.find(List.of(account), PurchaseFilter.ALL, page, MaxAge.ANY), 10);
    }

    @Test
    void invoices() {
        EmbeddedInvoices invoices = new EmbeddedInvoices(jdbc, clock(), erp());
        check(page -> invoices.find(List.of(account), InvoiceFilter.ALL, page, MaxAge.ANY), 40);
    }

    @Test
    void invoicesByEachFilter() {
        EmbeddedInvoices invoices = new EmbeddedInvoices(jdbc, clock(), erp());
        for (InvoiceFilter filter : List.of(
                invoices("I001", null, Set.of(), AmountRange.ALL),
                invoices(null, "PO 1", Set.of(), AmountRange.ALL),
                invoices(null, null, Set.of(InvoiceStatus.PARTLY_PAID), AmountRange.ALL),
                invoices(null, null, Set.of(InvoiceStatus.PAID), AmountRange.ALL),
                invoices(null, null, Set.of(), atLeast("3.00")),
                invoices(null, null, Set.of(), atLeast("4.00")))) {
            cheap(filter, () -> invoices.find(List.of(account), filter, PageRequest.first(PAGE), MaxAge.ANY));
        }
        InvoiceFilter wide = invoices(null, null, Set.of(InvoiceStatus.PARTLY_PAID), atLeast("3.00"));
        check(page -> invoices.find(List.of(account), wide, page, MaxAge.ANY), 40);
    }

    @Test
    void purchasesByEachFilter() {
        EmbeddedPurchases purchases = new EmbeddedPurchases(jdbc, clock(), erp());
        for (PurchaseFilter filter : List.of(
                purchases("I001", null, null, Set.of(), AmountRange.ALL),
                purchases(null, new OrderId(HistoryWorld.DATASET, "SO-of-SH-00001"), null, Set.of(), AmountRange.ALL),
                purchases(null, null, "ref SO-of-SH-00001", Set.of(), AmountRange.ALL),
                purchases(null, null, null, Set.of(DeliveryStatus.OPEN), AmountRange.ALL),
                purchases(null, null, null, Set.of(DeliveryStatus.SHIPPED), AmountRange.ALL),
                purchases(null, null, null, Set.of(), atLeast("1.00")),
                purchases(null, null, null, Set.of(), atLeast("3.00")))) {
            cheap(filter, () -> purchases.findLines(List.of(account), filter, PageRequest.first(PAGE), MaxAge.ANY));
        }
        PurchaseFilter open = purchases(null, null, null, Set.of(DeliveryStatus.OPEN), atLeast("1.00"));
        check(page -> purchases.findLines(List.of(account), open, page, MaxAge.ANY), 60);
    }

    @Test
    void shipmentsAndReturnsByStatusAndOwnReference() {
        EmbeddedShipments shipments = new EmbeddedShipments(jdbc, clock(), erp());
        EmbeddedReturns returns = new EmbeddedReturns(jdbc, clock(), erp());
        PageRequest first = PageRequest.first(PAGE);
        ShipmentFilter delivered =
                new ShipmentFilter(DateRange.ALL, Set.of(ShipmentStatus.DELIVERED), null, null, null);
        ShipmentFilter referred = new ShipmentFilter(DateRange.ALL, Set.of(), null, null, "ref SO-of-SH-00001");
        ReturnFilter rejected = new ReturnFilter(DateRange.ALL, Set.of(ReturnState.REJECTED), null, null, null);

        cheap(delivered, () -> shipments.find(List.of(account), delivered, first, MaxAge.ANY));
        cheap(referred, () -> shipments.find(List.of(account), referred, first, MaxAge.ANY));
        cheap(rejected, () -> returns.find(List.of(account), rejected, first, MaxAge.ANY));
    }

    @Test
    void creditOfAnAccount() {
        EmbeddedCreditBooks books =
                new EmbeddedCreditBooks(jdbc, new EmbeddedExchangeRates(jdbc, clock()), clock(), erp());
        Plans plans = Plans.of(jdbc, () -> books.of(List.of(account), HistoryWorld.TODAY, MaxAge.ANY));

        assertThat(plans.tableScans()).as("tables read without an index").isEmpty();
    }

    @Test
    void shipments() {
        EmbeddedShipments shipments = new EmbeddedShipments(jdbc, clock(), erp());
        check(page -> shipments.find(List.of(account), ShipmentFilter.ALL, page, MaxAge.ANY), 40);
    }

    @Test
    void returns() {
        EmbeddedReturns returns = new EmbeddedReturns(jdbc, clock(), erp());
        check(page -> returns.find(List.of(account), ReturnFilter.ALL, page, MaxAge.ANY), 40);
    }

    private static void cheap(Object filter, Runnable read) {
        Plans plans = Plans.of(jdbc, read);
        assertThat(plans.tableScans())
                .as("tables read without an index, %s", filter)
                .isEmpty();
        assertThat(plans.rowsVisited()).as("rows that a page reads, %s", filter).isLessThan(PAGE * 60);
    }

    private static InvoiceFilter invoices(
            String item, String reference, Set<InvoiceStatus> statuses, AmountRange amounts) {
        return new InvoiceFilter(
                DateRange.ALL,
                null,
                statuses,
                false,
                item == null ? null : new ItemId(item),
                null,
                reference,
                amounts,
                null);
    }

    private static PurchaseFilter purchases(
            String item, OrderId order, String reference, Set<DeliveryStatus> statuses, AmountRange amounts) {
        return new PurchaseFilter(
                DateRange.ALL, item == null ? null : new ItemId(item), order, reference, statuses, amounts);
    }

    private static AmountRange atLeast(String amount) {
        return new AmountRange(Currency.getInstance("EUR"), new BigDecimal(amount), null);
    }

    private static <T> void check(Function<PageRequest, Answer<Page<T>>> list, int depth) {
        Optional<String> cursor = Optional.empty();
        for (int i = 0; i < depth; i++) {
            Page<T> page = list.apply(new PageRequest(PAGE, cursor)).value();
            assertThat(page.entries()).as("page %s", i).hasSize(PAGE);
            cursor = page.nextCursor();
        }
        PageRequest deep = new PageRequest(PAGE, cursor);
        Plans first = Plans.of(jdbc, () -> list.apply(PageRequest.first(PAGE)));
        Plans later = Plans.of(jdbc, () -> list.apply(deep));

        assertThat(first.tableScans()).as("tables read without an index").isEmpty();
        assertThat(later.tableScans())
                .as("tables read without an index, deep in the list")
                .isEmpty();
        assertThat(later.rowsVisited())
                .as("rows that a deep page reads; the first reads %s", first.rowsVisited())
                .isLessThanOrEqualTo(first.rowsVisited() * 3 / 2 + 20);
        assertThat(first.rowsVisited()).as("rows that a page reads").isLessThan(PAGE * 60);
    }

    private static java.time.Clock clock() {
        return java.time.Clock.fixed(HistoryWorld.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static EmbeddedErp erp() {
        return new EmbeddedErp(HistoryWorld.DATASET);
    }
}
