package org.throughline.erp.tryton;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A sale of Tryton, as far as it says whether and how it is an order.
 *
 * <p>A sale that was not confirmed is a quotation of the back office, unless it was handed over by us (it has a web id) and then
 * held: that one has a sale date from the beginning, others get theirs from Tryton when they are confirmed. Without it, it is what
 * a hand-over has left behind that did not come to its end, and counts for nothing.
 */
record Sale(TrytonRecord row) {

    static final String MODEL = "sale.sale";

    /** The sales that are orders. */
    static final List<List<?>> ORDERS = List.of(
            TrytonQuery.clause("number", "!=", null),
            TrytonQuery.clause("sale_date", "!=", null),
            List.of(
                    "OR",
                    TrytonQuery.clause("web_id", "!=", null),
                    TrytonQuery.clause("state", "not in", List.of("draft", "quotation"))));

    private static final Set<String> BILLED = Set.of("posted", "paid");

    /** What is needed to know how a sale stands. */
    static final List<String> STATE = List.of(
            "state",
            "number",
            "sale_date",
            "web_id",
            "write_date",
            "_timestamp",
            "lines.moves.state",
            "lines.invoice_lines.invoice.state",
            "shipments.state",
            "invoices.state");

    /** How far Tryton is with a sale; its own words in upper case. */
    enum State {
        DRAFT,
        QUOTATION,
        CONFIRMED,
        PROCESSING,
        DONE,
        CANCELLED
    }

    long id() {
        return row.id();
    }

    State state() {
        return State.valueOf(row.text("state").toUpperCase(Locale.ROOT));
    }

    LocalDate date() {
        return row.date("sale_date");
    }

    /** As {@link #ORDERS}. */
    boolean isOrder() {
        boolean confirmed = state() != State.DRAFT && state() != State.QUOTATION;
        return row.text("number") != null && date() != null && (confirmed || row.text("web_id") != null);
    }

    /** Whether somebody has yet to confirm it. */
    boolean isOpen() {
        return state() == State.DRAFT || state() == State.QUOTATION;
    }

    /** Whether any of it has left the warehouse or stands on an invoice that was sent. */
    boolean isStarted() {
        return row.all("lines").stream().anyMatch(line -> isShipped(line) || isBilled(line));
    }

    /** A sale that went into processing is never cancelled in Tryton: it is done, with nothing delivered and nothing invoiced. */
    boolean isCancelled() {
        boolean processed = row.all("lines").stream()
                .anyMatch(line -> !line.all("moves").isEmpty()
                        || !line.all("invoice_lines").isEmpty());
        return state() == State.CANCELLED || (state() == State.DONE && processed && !isStarted());
    }

    private static boolean isShipped(TrytonRecord line) {
        return line.all("moves").stream().anyMatch(Sale::isDone);
    }

    private static boolean isBilled(TrytonRecord line) {
        return line.all("invoice_lines").stream().anyMatch(Sale::isOnInvoice);
    }

    /** @param movement a shipment, or a move of goods */
    static boolean isDone(TrytonRecord movement) {
        return movement.text("state").equals("done");
    }

    /** Whether the invoice of an invoice's line was sent to the customer. */
    static boolean isOnInvoice(TrytonRecord invoiceLine) {
        String state = invoiceLine.text("invoice.state");
        return state != null && BILLED.contains(state);
    }
}
