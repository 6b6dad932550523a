package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.throughline.database.TestDatabase;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;
import org.throughline.order.OrderFilter;
import org.throughline.order.QuotationFilter;
import org.throughline.shared.AccountId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.PageRequest;
import org.throughline.shared.QuotationId;

/** Orders are found by indexes, and a page deep in the list costs what the first one costs: seen in Derby's own plans. */
class OrderIndexTest {

    private static final int ORDERS = 1_500;
    private static final int PAGE = 20;
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);

    private static TestDatabase database;
    private static SingleConnectionDataSource connection;
    private static JdbcClient jdbc;
    private static EmbeddedOrders orders;
    private static AccountId account;
    private static String item;
    private static Clock clock;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestDatabase.derby();
        EmbeddedOrderWorld world = new EmbeddedOrderWorld(database);
        clock = world.clock();
        account = world.account(null);
        AccountId other = world.account(null);
        item = world.item("10").value();
        RowBatch rows = new RowBatch();
        for (int i = 0; i < ORDERS; i++) {
            add(rows, "SO-%05d".formatted(i), i % 5 == 0 ? other : account, FIRST_DAY.plusDays(i / 3), item);
        }
        try (Connection plain = database.erpDataSource().getConnection()) {
            rows.insertInto(plain);
        }
        deliverAllBut("SO-01497");
        makeQuotationOf("SO-00100", "SO-00700");
        connection = new SingleConnectionDataSource(database.erpDataSource().getConnection(), true);
        jdbc = JdbcClient.create(connection);
        for (String table : List.of(
                "SALES_ORDER", "SALES_ORDER_LINE", "SALES_ORDER_TAX", "SALES_ORDER_HOLD", "SALES_ORDER_EVENT")) {
            jdbc.sql("call syscs_util.syscs_update_statistics('ERP', ?, null)")
                    .param(table)
                    .update();
        }
        jdbc.sql("call syscs_util.syscs_set_runtimestatistics(1)").update();
        orders = new EmbeddedOrders(
                jdbc,
                connection,
                database.erpTransactions(),
                database.numbers(),
                world.clock(),
                new EmbeddedErp("main"),
                List.of(),
                world.creditReview());
    }

    @AfterAll
    static void close() {
        connection.destroy();
        database.close();
    }

    @Test
    void pagesOfAnAccount() {
        checkPages(filter(List.of(account), null, null), 40);
    }

    @Test
    void pagesOfAllAccounts() {
        checkPages(filter(List.of(), null, null), 50);
    }

    @Test
    void byReferences() {
        Plans plans = Plans.of(jdbc, () -> {
            assertThat(found(filter(List.of(), "PO-SO-00700", null))).isEqualTo(1);
            assertThat(found(filter(List.of(), null, "REF-SO-00700"))).isEqualTo(1);
            assertThat(orders.findByReference("REF-SO-00700")).isPresent();
            orders.get(new OrderId("main", "SO-00700"), MaxAge.LIVE);
        });
        assertThat(plans.tableScans()).isEmpty();
        assertThat(plans.rowsVisited()).isLessThan(100);
    }

    @Test
    void quotationsByTheirNumbersAndOrdersByTheirQuotation() {
        EmbeddedQuotations quotations = new EmbeddedQuotations(
                jdbc, connection, database.erpTransactions(), database.numbers(), clock, new EmbeddedErp("main"));
        QuotationId id = new QuotationId("main", "SO-00100");
        QuotationFilter byNumber = new QuotationFilter(List.of(), null, null, "PO-SO-00100");
        OrderFilter ofQuotation = new OrderFilter(List.of(), null, null, null, null, null, null, null, null, id);
        Plans plans = Plans.of(jdbc, () -> {
            assertThat(found(ofQuotation)).isEqualTo(1);
            assertThat(quotations.findByReference("REF-SO-00100")).isPresent();
            assertThat(quotations
                            .find(byNumber, PageRequest.first(PAGE), MaxAge.LIVE)
                            .value()
                            .entries())
                    .hasSize(1);
            quotations.get(id, MaxAge.LIVE);
        });
        assertThat(plans.tableScans()).isEmpty();
        assertThat(plans.rowsVisited()).isLessThan(100);
    }

    /** Orders that were delivered long ago do not make the queue slower. */
    @Test
    void whoWaitsIsFoundAmongTheOpenOrdersOnly() {
        AllocationQueue queue = new AllocationQueue(jdbc);
        StockPlace place = new StockPlace(item, "LON");
        Plans plans = Plans.of(jdbc, () -> {
            assertThat(queue.waiting(place)).hasSize(3);
            assertThat(queue.holding(place)).isEmpty();
            assertThat(queue.places()).containsExactly(place);
        });
        assertThat(plans.tableScans()).isEmpty();
        assertThat(plans.rowsVisited()).isLessThan(ORDERS / 10);
    }

    private static void deliverAllBut(String firstOpen) {
        database.erp()
                .sql("update sales_order set allocation = 'FULL', delivery = 'DELIVERED' where id < ?")
                .param(firstOpen)
                .update();
        database.erp()
                .sql("update sales_order_line set shipped = quantity where order_id < ?")
                .param(firstOpen)
                .update();
    }

    private static void makeQuotationOf(String quotation, String order) {
        database.erp()
                .sql("update sales_order set kind = 'QUOTATION' where id = ?")
                .param(quotation)
                .update();
        database.erp()
                .sql("update sales_order set quotation_id = ? where id = ?")
                .param(quotation)
                .param(order)
                .update();
    }

    private static void checkPages(OrderFilter filter, int depth) {
        Optional<String> cursor = Optional.empty();
        for (int i = 0; i < depth; i++) {
            cursor = orders.find(filter, new PageRequest(PAGE, cursor), MaxAge.LIVE)
                    .value()
                    .nextCursor();
        }
        PageRequest deep = new PageRequest(PAGE, cursor);
        Plans first = Plans.of(jdbc, () -> orders.find(filter, PageRequest.first(PAGE), MaxAge.LIVE));
        Plans later = Plans.of(jdbc, () -> orders.find(filter, deep, MaxAge.LIVE));

        assertThat(first.tableScans()).as("tables read without an index").isEmpty();
        assertThat(later.tableScans()).as("the same, deep in the list").isEmpty();
        assertThat(first.rowsVisited()).as("rows that a page reads").isLessThan(PAGE * 20);
        assertThat(later.rowsVisited())
                .as("rows that a deep page reads; the first reads %s", first.rowsVisited())
                .isLessThanOrEqualTo(first.rowsVisited() * 3 / 2 + 20);
    }

    private static int found(OrderFilter filter) {
        return orders.find(filter, PageRequest.first(PAGE), MaxAge.LIVE)
                .value()
                .entries()
                .size();
    }

    private static OrderFilter filter(List<AccountId> accounts, String customerReference, String reference) {
        return new OrderFilter(accounts, null, null, null, null, null, null, customerReference, reference);
    }

    private static void add(RowBatch rows, String id, AccountId account, LocalDate day, String item) {
        rows.add(
                ErpTable.SALES_ORDER,
                id,
                "ORDER",
                account.value(),
                "REF-" + id,
                "PO-" + id,
                day,
                null,
                "GBP",
                null,
                null,
                null,
                null,
                null,
                null,
                "GB",
                "APPROVED",
                "NONE",
                "NONE",
                "NONE",
                1,
                10,
                0,
                0,
                10,
                2,
                12,
                FIRST_DAY.atStartOfDay().toInstant(java.time.ZoneOffset.UTC));
        rows.add(
                ErpTable.SALES_ORDER_LINE,
                id,
                1,
                account.value(),
                day,
                false,
                item,
                "Item",
                1,
                "EA",
                1,
                0,
                0,
                0,
                "LON",
                10,
                10,
                1,
                0,
                10,
                "S",
                20);
        rows.add(ErpTable.SALES_ORDER_TAX, id, "S", 20, 10, 2, null, null, "", "", null, null);
    }
}
