package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.throughline.erp.embedded.rows.DocumentLine;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.OrderRow;
import org.throughline.erp.embedded.rows.RowBatch;
import org.throughline.tax.TaxClass;
import org.throughline.tax.TaxDetermination;

/** Makes and writes the demo's orders and quotations. */
final class DemoSales {

    private static final int ORDERS = 1_500;

    private final List<DemoItem> items;
    private final List<DemoAccount> accounts;
    private final DemoPrices prices;
    private final DemoTax tax;
    private final Random random;

    DemoSales(List<DemoItem> items, List<DemoAccount> accounts, DemoPrices prices, DemoTax tax, Random random) {
        this.items = items.stream().filter(DemoItem::isSold).toList();
        this.accounts = accounts.stream().filter(DemoAccount::buys).toList();
        this.prices = prices;
        this.tax = tax;
        this.random = random;
    }

    /** Every account that buys has orders; the first ones have many. */
    List<DemoOrder> orders() {
        int days = (int) (DemoCalendar.END.toEpochDay() - DemoCalendar.START.toEpochDay());
        List<LocalDate> dates = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            LocalDate day = DemoCalendar.workday(DemoCalendar.START.plusDays(random.nextInt(days)));
            dates.add(DemoCalendar.isPast(day) ? day : DemoCalendar.END);
        }
        dates.sort(Comparator.naturalOrder());
        List<DemoOrder> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            DemoAccount account = i % 6 == 0
                    ? accounts.get(random.nextInt(8))
                    : accounts.get((i * 7 + random.nextInt(3)) % accounts.size());
            orders.add(order(i + 1, account, dates.get(i)));
        }
        return orders;
    }

    private DemoOrder order(int number, DemoAccount account, LocalDate day) {
        DemoOrder.Fate fate = fate(day, account);
        String prefix = fate == DemoOrder.Fate.QUOTATION ? "QU" : "SO";
        TaxDetermination treatments = tax.of(account, day);
        List<DemoOrder.Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        while (lines.size() < count) {
            DemoItem item = items.get(random.nextInt(items.size()));
            if (lines.stream().noneMatch(line -> line.item == item) && (item.stocked() || !lines.isEmpty())) {
                lines.add(line(lines.size() + 1, account, item, day, treatments));
            }
        }
        return new DemoOrder("%s-%06d".formatted(prefix, number), account, day, fate, lines);
    }

    private DemoOrder.Fate fate(LocalDate day, DemoAccount account) {
        int roll = random.nextInt(100);
        boolean fresh = day.isAfter(DemoCalendar.END.minusDays(16));
        if (roll < 8) {
            return roll < 4 ? DemoOrder.Fate.QUOTATION : DemoOrder.Fate.CANCELLED;
        }
        if (fresh) {
            return roll < 45
                    ? DemoOrder.Fate.OPEN
                    : roll < 60
                            ? DemoOrder.Fate.HELD
                            : roll < 75 ? DemoOrder.Fate.PART_SHIPPED : DemoOrder.Fate.SHIPPED;
        }
        boolean recent = day.isAfter(DemoCalendar.END.minusDays(60));
        boolean partly = roll < (recent ? 20 : 10) || account.id().equals(DemoAccounts.FORMS_OF_DELIVERY) && roll < 40;
        return partly ? DemoOrder.Fate.PART_SHIPPED : DemoOrder.Fate.SHIPPED;
    }

    private DemoOrder.Line line(
            int number, DemoAccount account, DemoItem item, LocalDate day, TaxDetermination treatments) {
        boolean packed = item.pack() != null && random.nextInt(4) == 0;
        int count = packed || !item.stocked() ? 1 + random.nextInt(4) : quantity(item);
        BigDecimal quantity = BigDecimal.valueOf(count);
        BigDecimal base = packed ? quantity.multiply(BigDecimal.valueOf(item.packFactor())) : quantity;
        BigDecimal list = prices.listPrice(account, item, base, day);
        BigDecimal unit = prices.unitPrice(account, item, list);
        TaxClass taxClass = new TaxClass(item.taxClass(), !item.stocked());
        BigDecimal inPack = packed
                ? BigDecimal.valueOf(item.packFactor()).divide(BigDecimal.valueOf(item.priceBase()))
                : BigDecimal.ONE;
        DocumentLine line = new DocumentLine(
                number,
                item.id(),
                item.description(),
                quantity,
                packed ? item.pack() : item.baseUnit(),
                base,
                list.multiply(inPack),
                unit.multiply(inPack),
                BigDecimal.valueOf(packed ? 1 : item.priceBase()),
                discount(list, unit),
                treatments.treatmentOf(taxClass).orElseThrow());
        return new DemoOrder.Line(line, item);
    }

    private int quantity(DemoItem item) {
        return item.priceBase() == 100 ? 100 * (1 + random.nextInt(20)) : 1 + random.nextInt(20);
    }

    private static BigDecimal discount(BigDecimal list, BigDecimal unit) {
        return list.subtract(unit).movePointRight(2).divide(list, 4, RoundingMode.HALF_UP);
    }

    static void write(DemoOrder order, RowBatch rows) {
        new OrderRow(
                        order.id,
                        order.isQuotation() ? "QUOTATION" : "ORDER",
                        order.account.id(),
                        order.customerReference(),
                        order.day,
                        order.day.plusDays(10),
                        order.currency(),
                        order.account.address(),
                        order.states(),
                        BigDecimal.ZERO,
                        order.lines.stream().map(line -> row(order, line)).toList(),
                        DemoCalendar.at(order.day, 10))
                .addTo(rows);
        writeStart(order, rows);
    }

    private static OrderRow.Line row(DemoOrder order, DemoOrder.Line line) {
        String warehouse = line.item.stocked() ? order.warehouse() : null;
        return new OrderRow.Line(line.line, line.allocated, line.shipped, line.invoiced, warehouse);
    }

    private static void writeStart(DemoOrder order, RowBatch rows) {
        event(order, order.day, 10, "CREATED", null, rows);
        if (order.isCancelled()) {
            event(order, order.day.plusDays(1), 9, "CANCELLED", "Cancelled by the customer", rows);
        }
        if (order.fate == DemoOrder.Fate.HELD) {
            String text = "The order exceeds the credit that is left";
            rows.add(ErpTable.SALES_ORDER_HOLD, order.id, "CREDIT", text, DemoCalendar.at(order.day, 10));
            event(order, order.day, 10, "HELD", text, rows);
        }
    }

    static void event(DemoOrder order, LocalDate day, int hour, String kind, String text, RowBatch rows) {
        rows.add(ErpTable.SALES_ORDER_EVENT, order.id, DemoCalendar.at(day, hour), kind, "back office", text);
    }
}
