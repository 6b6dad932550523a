package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.throughline.erp.embedded.rows.DocumentLine;
import org.throughline.erp.embedded.rows.OrderRow;

/** An order of the demo while it is being told: its lines' progress changes. */
final class DemoOrder {

    enum Fate {
        QUOTATION,
        CANCELLED,
        HELD,
        OPEN,
        PART_SHIPPED,
        SHIPPED
    }

    /** A line and how much of it is allocated, shipped and invoiced, in its unit. */
    static final class Line {
        final DocumentLine line;
        final DemoItem item;
        BigDecimal allocated = BigDecimal.ZERO;
        BigDecimal shipped = BigDecimal.ZERO;
        BigDecimal invoiced = BigDecimal.ZERO;

        Line(DocumentLine line, DemoItem item) {
            this.line = line;
            this.item = item;
        }

        BigDecimal factor() {
            return line.unit().equals(item.baseUnit()) ? BigDecimal.ONE : BigDecimal.valueOf(item.packFactor());
        }

        BigDecimal open() {
            return line.quantity().subtract(shipped);
        }

        /** This line with a part of its quantity. */
        DocumentLine part(int number, BigDecimal quantity) {
            return line.part(number, quantity, quantity.multiply(factor()));
        }
    }

    final String id;
    final DemoAccount account;
    final LocalDate day;
    final Fate fate;
    final List<Line> lines;
    boolean delivered;

    DemoOrder(String id, DemoAccount account, LocalDate day, Fate fate, List<Line> lines) {
        this.id = id;
        this.account = account;
        this.day = day;
        this.fate = fate;
        this.lines = lines;
    }

    Currency currency() {
        return Currency.getInstance(account.currency());
    }

    String warehouse() {
        boolean northern = account.branch() == DemoBranch.GB && account.id().charAt(4) % 3 == 0;
        return northern ? "MAN" : account.branch().warehouse;
    }

    String customerReference() {
        return "PO-" + account.id().substring(1) + "-" + id.substring(6);
    }

    OrderRow.States states() {
        return new OrderRow.States(approval(), allocation(), delivery(), invoicing());
    }

    boolean isQuotation() {
        return fate == Fate.QUOTATION;
    }

    boolean isCancelled() {
        return fate == Fate.CANCELLED;
    }

    boolean isOpen() {
        return !isQuotation() && !isCancelled();
    }

    private String approval() {
        return switch (fate) {
            case CANCELLED -> "CANCELLED";
            case HELD, QUOTATION -> "PENDING";
            default -> "APPROVED";
        };
    }

    /** What is reserved or already shipped. */
    private String allocation() {
        return progress(lines.stream()
                .map(l -> new BigDecimal[] {l.allocated.add(l.shipped), l.line.quantity()})
                .toList());
    }

    private String delivery() {
        String progress = progress(lines.stream()
                .map(l -> new BigDecimal[] {l.shipped, l.line.quantity()})
                .toList());
        return !progress.equals("FULL") ? progress : delivered ? "DELIVERED" : "SHIPPED";
    }

    private String invoicing() {
        return progress(lines.stream()
                .map(l -> new BigDecimal[] {l.invoiced, l.line.quantity()})
                .toList());
    }

    private static String progress(List<BigDecimal[]> doneOfAll) {
        if (doneOfAll.stream().allMatch(pair -> pair[0].compareTo(pair[1]) == 0)) {
            return "FULL";
        }
        return doneOfAll.stream().anyMatch(pair -> pair[0].signum() > 0) ? "PARTIAL" : "NONE";
    }
}
