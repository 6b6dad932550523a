package org.throughline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.TestDatabase;

/** The audit finds whatever is broken: each of its rules is broken here once. */
class AuditTest {

    private static final Basket.Terms TERMS = new Basket.Terms(
            List.of(position(1, "A", "2", "10.00"), position(2, "B", "1", "5.00")),
            new BigDecimal("15.00"),
            new BigDecimal("3.00"),
            new BigDecimal("18.00"));

    private static final List<Told> TOLD = List.of(
            told("errand-1", Told.Promise.ORDERED, "SO-1", null, "ORDERED"),
            told("errand-2", Told.Promise.CANCELLED, "SO-2", null, "ORDERED"),
            told("errand-3", Told.Promise.NOTHING, null, null, "OPEN"),
            told("errand-4", Told.Promise.NOTHING, null, "OF-4", "OPEN"),
            told("errand-5", Told.Promise.ORDERED, "SO-5", "OF-5", "ORDERED"));

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.derby();
        masters(database.erp());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void writeDown() {
        order("SO-1", "errand-1", "APPROVED", 2);
        order("SO-2", "errand-2", "CANCELLED", 0);
        order("SO-5", "errand-5", "APPROVED", 2);
        offer("OF-4", "OPEN", null);
        offer("OF-5", "ORDERED", "SO-5");
        database.erp()
                .sql("insert into stock_reservation (reference, item_id, warehouse_id, quantity, reserved_until)"
                        + " values ('OF-4', 'A', 'W', 1, timestamp('2026-11-16 10:00:00'))")
                .update();
    }

    @AfterEach
    void forget() {
        for (String table : List.of(
                "stock_reservation", "sales_order_line", "sales_order_tax", "sales_order_event", "sales_order")) {
            database.erp().sql("delete from " + table).update();
        }
        database.erp().sql("update stock_level set allocated = 4").update();
        database.store().sql("delete from offer").update();
        database.store().sql("delete from ledger_entry").update();
    }

    @Test
    void what_is_as_told_is_not_reported() {
        assertThat(audit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        erp   | delete from sales_order_line where order_id = 'SO-1' and line_no = 2                       | other lines than simulated
        erp   | update sales_order_line set quantity = 3, base_quantity = 3 where order_id = 'SO-1'        | other lines than simulated
        erp   | update sales_order_line set net = 10.01 where order_id = 'SO-1' and line_no = 1            | orders without all of their parts: [SO-1]
        erp   | delete from sales_order_tax where order_id = 'SO-1'                                        | orders without all of their parts: [SO-1]
        erp   | insert into sales_order_event (order_id, happened_at, kind, actor) values ('SO-1', current_timestamp, 'CREATED', 'x') | orders without all of their parts: [SO-1]
        erp   | update sales_order set gross_total = 17.99 where id = 'SO-1'                               | other totals than simulated
        erp   | update sales_order set line_count = 1 where id = 'SO-1'                                    | other totals than simulated
        erp   | update sales_order set customer_reference = 'errand-1' where id = 'SO-5'                   | was told of order SO-1 and has 2
        erp   | update sales_order set customer_reference = 'errand-3' where id = 'SO-1'                   | has 1 orders and was told of none
        erp   | update sales_order set customer_reference = 'errand-9' where id = 'SO-1'                   | orders that nobody asked for: [errand-9]
        erp   | update sales_order set version = 2 where id = 'SO-1'                                       | was written to 2 times instead of 1
        erp   | update sales_order set approval = 'APPROVED' where id = 'SO-2'                             | is APPROVED, other than told
        erp   | update sales_order set approval = 'PENDING' where id = 'SO-1'                              | was told that it is confirmed
        erp   | update stock_level set allocated = allocated + 1 where item_id = 'A'                       | A in W: 5.000000 allocated, 4.000000 promised
        erp   | update sales_order_line set allocated = 0 where order_id = 'SO-5'                          | 2.000000 promised
        erp   | update stock_reservation set reference = 'OF-5'                                            | reserved for offers that are not open: [OF-5]
        store | update offer set state = 'ORDERING' where reference = 'OF-4'                               | offers that are stuck: [OF-4]
        store | update offer set order_id = 'SO-9' where reference = 'OF-5'                                | the offer is ORDERED SO-9
        store | update offer set state = 'CANCELLED' where reference = 'OF-4'                              | the offer is CANCELLED
        store | update ledger_entry set state = 'UNKNOWN' where document_id = 'SO-1'                       | requests without an outcome: [errand-1]
        store | update ledger_entry set claim_token = 'x', due_at = 1 where document_id = 'SO-1'           | requests without an outcome: [errand-1]
        store | update ledger_entry set document_id = 'SO-2' where document_id = 'SO-1'                    | orders that the ledger does not know of: [SO-1]
        store | update ledger_entry set document_id = 'SO-2' where document_id = 'SO-1'                    | requests that were given the same order
        """)
    void what_is_broken_is_reported(String schema, String breakage, String finding) {
        JdbcClient broken = schema.equals("erp") ? database.erp() : database.store();

        assertThat(broken.sql(breakage).update()).isPositive();

        assertThat(audit()).anySatisfy(found -> assertThat(found).contains(finding));
    }

    @Test
    void an_order_that_is_gone_is_reported() {
        for (String table : List.of("sales_order_line", "sales_order_tax", "sales_order_event")) {
            database.erp()
                    .sql("delete from " + table + " where order_id = 'SO-1'")
                    .update();
        }
        database.erp().sql("delete from sales_order where id = 'SO-1'").update();

        assertThat(audit()).anySatisfy(found -> assertThat(found).contains("was told of order SO-1 and has 0"));
    }

    @Test
    void an_errand_without_an_outcome_is_reported() {
        List<Told> open = List.of(told("errand-1", Told.Promise.OPEN, null, null, "OPEN"));

        assertThat(Audit.of(database.erp(), database.store(), open))
                .contains("errand-1 (last heard: done): its outcome is not certain");
    }

    private List<String> audit() {
        return Audit.of(database.erp(), database.store(), TOLD);
    }

    private static Told told(String errand, Told.Promise promise, String order, String offer, String offerState) {
        return new Told(errand, promise, order, false, 1, TERMS, offer, offerState, "done", List.of());
    }

    private static Basket.Position position(int number, String item, String quantity, String net) {
        return new Basket.Position(number, item, new BigDecimal(quantity), new BigDecimal(net));
    }

    private static void masters(JdbcClient erp) {
        for (String row : List.of(
                "warehouse (id, name, country) values ('W', 'W', 'GB')",
                "branch (id, name, country, currency, warehouse_id) values ('B', 'B', 'GB', 'GBP', 'W')",
                "account (id, name, status, branch_id, currency, tax_country, changed_at)"
                        + " values ('C', 'C', 'ACTIVE', 'B', 'GBP', 'GB', current_timestamp)",
                "item (id, description, item_group, base_unit, tax_class, changed_at)"
                        + " values ('A', 'A', 'G', 'EA', 'STANDARD', current_timestamp)",
                "item (id, description, item_group, base_unit, tax_class, stocked, changed_at)"
                        + " values ('B', 'B', 'G', 'EA', 'STANDARD', false, current_timestamp)",
                "stock_level (item_id, warehouse_id, on_hand, allocated) values ('A', 'W', 100, 4)")) {
            erp.sql("insert into " + row).update();
        }
    }

    /** Of two A, which are kept in stock, and one B. */
    private void order(String id, String errand, String approval, int allocated) {
        String key = "'" + id + "', ";
        for (String row : List.of(
                "sales_order (id, kind, account_id, reference, customer_reference, ordered_on, currency, ship_country, approval,"
                        + " allocation, delivery, invoicing, line_count, line_net_total, net_total, tax_total, gross_total, changed_at)"
                        + " values (" + key + "'ORDER', 'C', 'TL-" + id + "', '" + errand
                        + "', date('2026-11-15'), 'GBP', 'GB', '"
                        + approval + "', 'FULL', 'NONE', 'NONE', 2, 15, 15, 3, 18, current_timestamp)",
                line(key + "1, 'A', 'A', 2, 2, " + allocated + ", 5, 10"),
                line(key + "2, 'B', 'B', 1, 1, 0, 5, 5"),
                "sales_order_tax (order_id, category, rate_percent, taxable, tax) values (" + key + "'S', 20, 15, 3)",
                "sales_order_event (order_id, happened_at, kind, actor) values (" + key
                        + "current_timestamp, 'CREATED', 'x')")) {
            database.erp().sql("insert into " + row).update();
        }
        ledger(errand, id);
    }

    private static String line(String values) {
        return "sales_order_line (order_id, line_no, item_id, description, quantity, base_quantity, allocated, unit_price, net,"
                + " account_id, ordered_on, unit, warehouse_id, list_price, tax_category, tax_rate)"
                + " values (" + values + ", 'C', date('2026-11-15'), 'EA', 'W', 5, 'S', 20)";
    }

    private void ledger(String errand, String order) {
        database.store()
                .sql(
                        "insert into ledger_entry (caller, request_id, kind, digest, state, document_kind, dataset, document_id,"
                                + " attempts, received_at, changed_at) values ('x', ?, 'CREATE_ORDER', 'x', 'CONFIRMED', 'ORDER', 'main', ?,"
                                + " 1, current_timestamp, current_timestamp)")
                .params(errand, order)
                .update();
    }

    private void offer(String reference, String state, String order) {
        database.store()
                .sql(
                        "insert into offer (dataset, reference, state, account_id, content, token, order_id, created_at, valid_until,"
                                + " changed_at) values ('main', ?, ?, 'C', cast(X'00' as blob), cast(X'00' as blob), "
                                + (order == null ? "null" : "'" + order + "'")
                                + ", current_timestamp, current_timestamp, current_timestamp)")
                .params(reference, state)
                .update();
    }
}
