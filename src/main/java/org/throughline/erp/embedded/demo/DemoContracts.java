package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;

/** Every eighth customer has a service contract; some of them cost more than they bring in. */
final class DemoContracts {

    private static final int EVERY = 8;
    private static final int CASES_OF_THREE_MONTHS = 3;

    private final List<DemoItem> items;
    private final RowBatch rows;
    private int cases;

    DemoContracts(List<DemoItem> items, RowBatch rows) {
        this.items = items;
        this.rows = rows;
    }

    void write(List<DemoAccount> accounts) {
        for (int i = 0; i < accounts.size(); i += EVERY) {
            DemoAccount account = accounts.get(i);
            String id = "SC-%04d".formatted(i + 1);
            LocalDate start = LocalDate.of(2025, 1 + i % 12, 1);
            BigDecimal annual = BigDecimal.valueOf(1_200 + i * 10L);
            rows.add(
                    ErpTable.SERVICE_CONTRACT,
                    id,
                    account.id(),
                    i % 16 == 0 ? "Calibration and inspection of measuring tools" : "Repair of power tools on site",
                    start,
                    start.plusYears(i % 3 == 0 ? 1 : 3),
                    i % 3 != 0,
                    account.currency(),
                    annual);
            cover(id, start, i);
            work(id, start, annual, i);
        }
    }

    /** The group of an item, and another item for its labour only from the second half-year on. */
    private void cover(String contract, LocalDate start, int number) {
        DemoItem one = items.get(number % items.size());
        DemoItem other = items.get((number + 7) % items.size());
        rows.add(ErpTable.CONTRACT_ITEM, contract, 1, null, one.group(), "LABOUR_AND_PARTS", start, null);
        rows.add(ErpTable.CONTRACT_ITEM, contract, 2, other.id(), null, "LABOUR", start.plusMonths(6), null);
    }

    /** A quarter of the annual value is billed every three months; every third quarter somebody is called out. */
    private void work(String contract, LocalDate start, BigDecimal annual, int number) {
        BigDecimal quarter = annual.movePointLeft(2).multiply(BigDecimal.valueOf(25));
        LocalDate day = start;
        for (int i = 0; DemoCalendar.isPast(day) && i < 12; i++) {
            rows.add(ErpTable.CONTRACT_ENTRY, contract, "REVENUE", day, quarter, null, "Quarterly charge");
            LocalDate called = DemoCalendar.workday(day.plusDays(20));
            if ((i + number / EVERY) % CASES_OF_THREE_MONTHS == 0 && DemoCalendar.isPast(called)) {
                call(contract, called, number);
            }
            day = day.plusMonths(3);
        }
    }

    private void call(String contract, LocalDate day, int number) {
        String id = "CS-%06d".formatted(++cases);
        rows.add(
                ErpTable.SERVICE_CASE,
                id,
                contract,
                items.get((number + 7) % items.size()).id(),
                day,
                "Does not start any more");
        cost(contract, "LABOUR", day, 180 + number % 5 * 95, id);
        cost(contract, "TRAVEL", day, 45, id);
        if (number % 3 == 0) {
            cost(contract, "PARTS", day, 60 + number, id);
        }
    }

    private void cost(String contract, String kind, LocalDate day, int amount, String serviceCase) {
        rows.add(ErpTable.CONTRACT_ENTRY, contract, kind, day, BigDecimal.valueOf(amount), serviceCase, null);
    }
}
