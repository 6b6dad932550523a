package org.throughline.erp.embedded.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.database.TestDatabase;

/** Imports of data that nobody here wrote, on every database. */
abstract class RealDataImportContract {

    private static final Path DATA = Path.of("../shared/data");

    private TestDatabase database;

    abstract TestDatabase open();

    @BeforeEach
    void openDatabase() {
        assumeTrue(Files.isDirectory(DATA), "the folder ../shared/data with the real data is absent");
        database = open();
    }

    @AfterEach
    void closeDatabase() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void northwindKeepsItsValue() {
        ImportReport report = northwind(ImportListener.SILENT);

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
        assertThat(report.problems()).isEmpty();
        assertThat(count("account")).isEqualTo(91);
        assertThat(count("item")).isEqualTo(77);
        assertThat(count("sales_order")).isEqualTo(830);
        assertThat(count("sales_order_line")).isEqualTo(2_155);
        assertThat(count("shipment")).isEqualTo(809);
        assertThat(count("invoice")).isEqualTo(809);
        assertThat(sum("quantity * list_price", "sales_order_line")).isEqualByComparingTo("1354458.59");
        assertThat(sum("net", "sales_order_line")).isEqualByComparingTo("1265793.29");
        assertThat(sum(
                        "cast(quantity * list_price * (100 - discount_percent) as decimal(25, 10)) / 100",
                        "sales_order_line"))
                .isEqualByComparingTo("1265793.0395");
        assertThat(sum("net", "sales_order_line where account_id = 'QUICK'")).isEqualByComparingTo("110277.32");
        assertThat(sum("line_net_total", "sales_order")).isEqualByComparingTo("1265793.29");
    }

    @Test
    void northwindIsClean() {
        northwind(ImportListener.SILENT);

        assertThat(
                        text(
                                "select cast(max(discount_percent) as char(10)) from sales_order_line where order_id = '10250'"))
                .startsWith("15.0000");
        assertThat(count("sales_order_line where list_price <> cast(list_price as decimal(18, 2))"))
                .isZero();
        assertThat(text("select country from account_address where account_id = 'AROUT' and id = 'BILL'"))
                .isEqualTo("GB");
        assertThat(text("select carrier from shipment where order_id = '10248'"))
                .isEqualTo("Federal Shipping");
        assertThat(count("sales_order where delivery = 'DELIVERED' and invoicing = 'FULL' and allocation = 'FULL'"))
                .isEqualTo(809);
        assertThat(count("sales_order where delivery = 'NONE' and invoicing = 'NONE' and allocation = 'NONE'"))
                .isEqualTo(21);
        assertThat(count("sales_order o join invoice i on i.order_id = o.id where o.gross_total <> i.gross_total"))
                .isZero();
        assertThat(sum("charge_total", "sales_order where id = '10248'")).isEqualByComparingTo("32.38");
    }

    @Test
    void aSecondImportOfTheSameChangesNothing() {
        northwind(ImportListener.SILENT);
        Map<String, Integer> before = counts();

        assertThat(northwind(ImportListener.SILENT).outcome()).isEqualTo(ImportReport.Outcome.ALREADY_IMPORTED);
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void whatIsThereAlreadyIsNotWrittenTwiceEvenWhenProgressIsForgotten() {
        northwind(ImportListener.SILENT);
        Map<String, Integer> before = counts();
        database.erp().sql("delete from import_progress").update();

        ImportReport again = northwind(ImportListener.SILENT);

        assertThat(again.written().values()).containsOnly(0L);
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void anImportThatBreaksOffGoesOnWhereItWas() {
        northwind(ImportListener.SILENT);
        Map<String, Integer> whole = counts();
        database.close();
        database = open();

        for (int chunk : new int[] {1, 2, 2}) {
            assertThatThrownBy(() -> northwind(new BreakingListener(chunk)))
                    .isInstanceOf(BreakingListener.Broken.class);
        }
        int before = count("sales_order");
        ImportReport report = northwind(ImportListener.SILENT);

        assertThat(before).isBetween(1, 829);
        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
        assertThat(report.written().get("orders")).isEqualTo(830 - before);
        assertThat(counts()).isEqualTo(whole);
        assertThat(count("sales_order where delivery = 'DELIVERED'")).isEqualTo(809);
    }

    @Test
    void everyRowOfTheOnlineRetailerIsAccountedFor() {
        ImportReport report = new Importer(database.erpDataSource(), Clock.systemUTC(), ImportListener.SILENT)
                .run(ImportFormat.ONLINE_RETAIL, DATA.resolve("online-retail"), false);

        assertThat(report.problems()).isEmpty();
        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
        Map<String, Long> rows = report.sourceRows();
        assertThat(rows.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(39_529);
        assertThat(rows.get("credited to customers") + rows.get("credited without a customer"))
                .isEqualTo(680);
        assertThat(rows.get("sales without a customer")
                        + rows.get("credited without a customer")
                        + rows.get("stock adjustments")
                        + rows.get("given away free of charge"))
                .isEqualTo(13_766 + 2);
        assertThat(count("account where id not like 'CASH-%'")).isEqualTo(922);
        assertThat(count("item")).isEqualTo(2_783);
        assertThat(count("sales_order_line"))
                .isEqualTo(39_529 - 680 - rows.get("stock adjustments").intValue());
        assertThat(count("invoice_line l join invoice i on i.id = l.invoice_id where i.kind = 'CREDIT_NOTE'"))
                .isEqualTo(680);
        assertThat(count("invoice") + count("stock_movement where kind = 'ADJUSTMENT'"))
                .isGreaterThanOrEqualTo(1_893);
        assertThat(count("stock_movement where kind = 'ADJUSTMENT'"))
                .isEqualTo(rows.get("stock adjustments").intValue());
        assertThat(sum("net", "invoice_line l join invoice i on i.id = l.invoice_id where i.kind = 'INVOICE'")
                        .subtract(sum(
                                "net",
                                "invoice_line l join invoice i on i.id = l.invoice_id where i.kind = 'CREDIT_NOTE'")))
                .isEqualByComparingTo("681528.61");
        assertThat(count("stock_level where on_hand < 0")).isZero();
    }

    private ImportReport northwind(ImportListener listener) {
        return new Importer(database.erpDataSource(), Clock.systemUTC(), listener)
                .run(ImportFormat.NORTHWIND, DATA.resolve("northwind"), false);
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String table : List.of(
                "account",
                "account_term",
                "item",
                "item_term",
                "list_price",
                "stock_level",
                "stock_movement",
                "sales_order",
                "sales_order_line",
                "sales_order_tax",
                "shipment",
                "shipment_line",
                "invoice",
                "invoice_line",
                "invoice_tax")) {
            counts.put(table, count(table));
        }
        return counts;
    }

    private int count(String what) {
        return database.erp()
                .sql("select count(*) from " + what)
                .query(Integer.class)
                .single();
    }

    private BigDecimal sum(String what, String from) {
        return database.erp()
                .sql("select sum(" + what + ") from " + from)
                .query(BigDecimal.class)
                .single();
    }

    private String text(String sql) {
        return database.erp().sql(sql).query(String.class).single();
    }
}
