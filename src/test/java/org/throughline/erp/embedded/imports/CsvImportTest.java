package org.throughline.erp.embedded.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.database.TestDatabase;

class CsvImportTest {

    private final TestDatabase database = TestDatabase.derby();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() {
        write("branches.csv", "id,name,country,currency,warehouse", "MAIN,Seller Ltd,GB,GBP,LON");
        write(
                "accounts.csv",
                "id,name,currency,country,tax_id,credit_limit,postal_code,contact_name,contact_email",
                "A1,\"Müller, Söhne\",EUR,DE,DE123456789,1000.00,20457,Jo Low,jo@a1.example",
                "A2,Birch Ltd,GBP,GB,,,,,");
        write(
                "items.csv",
                "id,description,item_group,base_unit,pack_unit,pack_factor",
                "I1,Hex bolt,FASTENERS,EA,BOX,100",
                "I2,Hammer,TOOLS,EA,,");
        write(
                "prices.csv",
                "price_list,currency,item,unit,min_quantity,unit_price,price_base_quantity,valid_from,valid_to",
                "GBP-LIST,GBP,I1,EA,,4.50,100,2026-01-01,",
                "GBP-LIST,GBP,I1,EA,1000,4.00,100,2026-01-01,",
                "GBP-LIST,GBP,I2,,,12.99,,2026-01-01,2027-01-01");
        write("stock.csv", "item,warehouse,on_hand,counted_on", "I1,LON,5000,2026-10-31", "I2,LON,0,2026-10-31");
        write(
                "orders.csv",
                "id,account,ordered_on,currency,customer_reference,charge,gross_total",
                "O1,A2,2026-10-01,GBP,PO-1,,73.94",
                "O2,A2,2026-10-02,GBP,PO-2,5.00,");
        write(
                "order_lines.csv",
                "order,line,item,quantity,unit,list_price,price_base_quantity,discount_percent,tax_category,tax_rate",
                "O1,1,I1,2,BOX,4.50,1,,S,20",
                "O1,2,I2,4,EA,13.00,,,S,20",
                "O1,3,I2,1,EA,1.00,,38,S,20",
                "O2,1,I2,1,,12.99,,,Z,0");
        write(
                "shipments.csv",
                "id,account,order,shipped_on,carrier,delivered_on",
                "S1,A2,O1,2026-10-03,Post,2026-10-05");
        write("shipment_lines.csv", "shipment,line,order_line,item,quantity,unit", "S1,1,1,I1,2,BOX", "S1,2,2,I2,3,");
        write("invoices.csv", "id,account,order,issued_on,currency,settled", "N1,A2,O1,2026-10-04,GBP,5.00");
        write(
                "invoice_lines.csv",
                "invoice,line,order_line,item,description,quantity,unit,list_price,tax_category,tax_rate",
                "N1,1,1,I1,Hex bolt,2,BOX,4.50,S,20");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyFileIsImported() {
        ImportReport report = run(false);

        assertThat(report.problems()).isEmpty();
        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
        assertThat(number("select count(*) from account")).isEqualByComparingTo("2");
        assertThat(number("select count(*) from account_term where kind = 'EMAIL' and term = 'JO@A1.EXAMPLE'"))
                .isEqualByComparingTo("1");
        assertThat(number("select count(*) from list_price")).isEqualByComparingTo("3");
        assertThat(number("select on_hand from stock_level where item_id = 'I1'"))
                .isEqualByComparingTo("5000");
        assertThat(number("select gross_total from sales_order where id = 'O1'"))
                .isEqualByComparingTo("73.94");
        assertThat(number("select base_quantity from sales_order_line where order_id = 'O1' and line_no = 1"))
                .isEqualByComparingTo("200");
        assertThat(number("select gross_total from sales_order where id = 'O2'"))
                .isEqualByComparingTo("17.99");
    }

    @Test
    void shipmentsAndInvoicesMoveTheirOrdersOn() {
        run(false);

        assertThat(text("select delivery from sales_order where id = 'O1'")).isEqualTo("PARTIAL");
        assertThat(text("select invoicing from sales_order where id = 'O1'")).isEqualTo("PARTIAL");
        assertThat(text("select delivery from sales_order where id = 'O2'")).isEqualTo("NONE");
        assertThat(number("select shipped from sales_order_line where order_id = 'O1' and line_no = 2"))
                .isEqualByComparingTo("3");
        assertThat(number("select invoiced from sales_order_line where order_id = 'O1' and line_no = 1"))
                .isEqualByComparingTo("2");
    }

    @Test
    void whenARowIsWrongNothingIsImportedAndEveryFaultIsListed() {
        write(
                "accounts.csv",
                "id,name,currency,country,credit_limit",
                "A1,One,EUX,DE,-1",
                "A1,Two,EUR,Germany,",
                "A2,Birch Ltd,GBP,GB,1.234");
        append("order_lines.csv", "O9,1,I2,1,,1.00,,,Z,0");

        ImportReport report = run(false);

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
        assertThat(report.problems())
                .extracting(Problem::toString)
                .contains(
                        "accounts.csv:2: currency is not a currency code of ISO 4217 such as EUR",
                        "accounts.csv:2: credit_limit is below zero",
                        "accounts.csv:3: id occurs twice",
                        "accounts.csv:3: country is not a country code of ISO 3166-1 such as DE",
                        "accounts.csv:4: credit_limit has more than 2 decimals",
                        "orders.csv:2: account is not the id of an account",
                        "order_lines.csv:6: order is not the id of a document");
        assertThat(number("select count(*) from branch")).isZero();
        assertThat(number("select count(*) from import_progress")).isZero();
    }

    @Test
    void aDocumentWithAWrongLineIsLeftOutAsAWholeWithWhatRefersToIt() {
        write(
                "order_lines.csv",
                "order,line,item,quantity,unit,list_price,tax_category,tax_rate",
                "O1,1,I1,2,BOX,4.50,S,20",
                "O1,2,NONE,4,EA,13.00,S,20",
                "O2,1,I2,1,,12.99,Z,0");

        ImportReport report = run(true);

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
        assertThat(report.problems())
                .extracting(Problem::toString)
                .contains(
                        "order_lines.csv:3: item is not the id of an item",
                        "shipments.csv:2: order is not the id of an order that can be imported",
                        "invoices.csv:2: order is not the id of an order that can be imported");
        assertThat(text("select id from sales_order")).isEqualTo("O2");
        assertThat(number("select count(*) from sales_order_line")).isEqualByComparingTo("1");
        assertThat(number("select count(*) from shipment_line")).isZero();
        assertThat(number("select count(*) from invoice")).isZero();
        assertThat(number("select count(*) from account")).isEqualByComparingTo("2");
    }

    @Test
    void totalsThatDoNotMatchTheLinesAreWrong() {
        write(
                "orders.csv",
                "id,account,ordered_on,currency,gross_total",
                "O1,A2,2026-10-01,GBP,99.99",
                "O2,A2,2026-10-02,GBP,");

        assertThat(run(false).problems())
                .extracting(Problem::toString)
                .contains("orders.csv:2: gross_total is not the computed 73.94");
    }

    @Test
    void linesInAnotherOrderThanTheirDocumentsAreWrong() {
        write(
                "order_lines.csv",
                "order,line,item,quantity,unit,list_price,tax_category,tax_rate",
                "O2,1,I2,1,,12.99,Z,0",
                "O1,1,I2,1,,12.99,Z,0");
        write("orders.csv", "id,account,ordered_on,currency", "O1,A2,2026-10-01,GBP", "O2,A2,2026-10-02,GBP");

        assertThat(run(false).problems())
                .extracting(Problem::toString)
                .contains(
                        "orders.csv:2: has no lines in order_lines.csv",
                        "order_lines.csv:3: the lines do not stand in the order of their documents, or the document"
                                + " occurs twice");
    }

    @Test
    void theLineOfAFaultIsRightAfterValuesWithLineBreaks() {
        write(
                "items.csv",
                "id,description,item_group,base_unit",
                "I1,\"Hex",
                "bolt\",FASTENERS,EA",
                "I2,Hammer,TOOLS,EA",
                "I3,,TOOLS,EA");

        assertThat(run(false).problems()).extracting(Problem::toString).contains("items.csv:5: description is missing");
    }

    @Test
    void aSecondImportWithMoreRowsAddsOnlyThose() {
        run(false);
        append("accounts.csv", "A3,Cedar Ltd,GBP,GB,,,,,");
        write("branches.csv", "id,name,country,currency,warehouse", "MAIN,Another name,GB,GBP,LON");

        ImportReport report = run(false);

        assertThat(report.written().get("accounts")).isEqualTo(1);
        assertThat(report.written().get("orders")).isZero();
        assertThat(text("select name from branch")).isEqualTo("Seller Ltd");
        assertThat(number("select count(*) from stock_movement")).isEqualByComparingTo("1");
    }

    @Test
    void filesThatCannotBeReadEndTheImportWithASentence() {
        write("stock.csv", "item,warehouse", "I1,LON");
        assertThatThrownBy(() -> run(false))
                .isInstanceOf(ImportFailure.class)
                .hasMessage("stock.csv has no column \"on_hand\" in its first line.");
        write("stock.csv", "item,warehouse,on_hand");
        delete("order_lines.csv");
        assertThatThrownBy(() -> run(false))
                .isInstanceOf(ImportFailure.class)
                .hasMessage("Of orders.csv and order_lines.csv one cannot be without the other.");
    }

    @Test
    void manyRowsAreImportedInChunksAndGoOnAfterABreak() {
        StringBuilder accounts = new StringBuilder("id,name,currency,country\n");
        for (int i = 0; i < 1_050; i++) {
            accounts.append("A").append(i).append(",Account ").append(i).append(",GBP,GB\n");
        }
        write("accounts.csv", accounts.toString().split("\n"));

        assertThatThrownBy(() -> run(new BreakingListener(4))).isInstanceOf(BreakingListener.Broken.class);
        assertThat(number("select count(*) from account")).isBetween(BigDecimal.valueOf(400), BigDecimal.valueOf(800));
        run(false);

        assertThat(number("select count(*) from account")).isEqualByComparingTo("1050");
        assertThat(number("select count(*) from sales_order")).isEqualByComparingTo("2");
    }

    private ImportReport run(boolean skipWrongRows) {
        return new Importer(database.erpDataSource(), clock(), ImportListener.SILENT)
                .run(ImportFormat.CSV, folder, skipWrongRows);
    }

    private ImportReport run(ImportListener listener) {
        return new Importer(database.erpDataSource(), clock(), listener).run(ImportFormat.CSV, folder, false);
    }

    private static Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-15T10:00:00Z"), ZoneOffset.UTC);
    }

    private void write(String file, String... lines) {
        try {
            Files.write(folder.resolve(file), List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String file, String line) {
        try {
            Files.writeString(folder.resolve(file), line + "\n", java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BigDecimal number(String sql) {
        return database.erp().sql(sql).query(BigDecimal.class).single();
    }

    private String text(String sql) {
        return database.erp().sql(sql).query(String.class).single();
    }
}
