package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;

/** Warehouses, branches, terms of payment and exchange rates. */
final class DemoMasters {

    private DemoMasters() {}

    static void write(RowBatch rows) {
        rows.add(ErpTable.WAREHOUSE, "LON", "London", "GB");
        rows.add(ErpTable.WAREHOUSE, "MAN", "Manchester", "GB");
        rows.add(ErpTable.WAREHOUSE, "HAM", "Hamburg", "DE");
        for (DemoBranch branch : DemoBranch.values()) {
            rows.add(
                    ErpTable.BRANCH,
                    branch,
                    branch.title,
                    branch.country,
                    branch.taxId,
                    branch.currency,
                    branch.warehouse);
        }
        rows.add(ErpTable.PAYMENT_TERMS, "NET14", "14 days net", 14, null, null);
        rows.add(ErpTable.PAYMENT_TERMS, "NET30", "10 days 2 %, 30 days net", 30, 10, new BigDecimal("2"));
        rows.add(ErpTable.PAYMENT_TERMS, "NET60", "60 days net", 60, null, null);
        writeRates(rows);
    }

    /** A new rate each quarter; both directions and the cross rates are written out. */
    private static void writeRates(RowBatch rows) {
        LocalDate quarter = LocalDate.of(2024, 10, 1);
        for (int n = 0; n < 9; n++, quarter = quarter.plusMonths(3)) {
            writeRate("GBP", "EUR", quarter, "1.%d".formatted(1750 + n * 37 % 110), rows);
            writeRate("GBP", "USD", quarter, "1.%d".formatted(2700 + n * 53 % 170), rows);
            writeRate("EUR", "USD", quarter, "1.0%d".formatted(810 + n * 41 % 90), rows);
        }
    }

    private static void writeRate(String from, String to, LocalDate day, String rate, RowBatch rows) {
        BigDecimal there = new BigDecimal(rate);
        BigDecimal back = BigDecimal.ONE.divide(there, 10, java.math.RoundingMode.HALF_UP);
        rows.add(ErpTable.EXCHANGE_RATE, from, to, day, there);
        rows.add(ErpTable.EXCHANGE_RATE, to, from, day, back);
    }
}
