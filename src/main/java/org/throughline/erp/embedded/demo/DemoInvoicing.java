package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.throughline.erp.embedded.rows.DocumentAmounts;
import org.throughline.erp.embedded.rows.DocumentLine;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.InvoiceRow;
import org.throughline.erp.embedded.rows.RowBatch;

/** Invoices what was shipped, takes returns back with credit notes, and receives payments. */
final class DemoInvoicing {

    private static final String[] RETURN_CODES = {"DAMAGED", "WRONG_ITEM", "NOT_NEEDED"};
    private static final String[] RETURN_TEXTS = {"Arrived damaged", "Another item was ordered", "No longer needed"};

    /** What comes back is always of an invoice's first line. */
    private static final int FIRST_LINE = 1;

    private record Header(String id, String kind, String corrects, LocalDate day, LocalDate due, BigDecimal settled) {}

    private record Return(DocumentLine line, LocalDate day, String state) {
        boolean isCredited() {
            return state.equals("CREDITED");
        }

        boolean cameBack() {
            return isCredited() || state.equals("RECEIVED");
        }
    }

    private final DemoStock stock;
    private final RowBatch rows;
    private final Random random;
    private int invoices;
    private int creditNotes;
    private int returns;
    private int payments;

    DemoInvoicing(DemoStock stock, RowBatch rows, Random random) {
        this.stock = stock;
        this.rows = rows;
        this.random = random;
    }

    /** @param lines numbered as in the order */
    void invoice(DemoOrder order, List<DocumentLine> lines, LocalDate day) {
        if (!DemoCalendar.isPast(day)) {
            return;
        }
        for (DocumentLine line : lines) {
            DemoOrder.Line ordered = order.lines.get(line.number() - 1);
            ordered.invoiced = ordered.invoiced.add(line.quantity());
        }
        String id = "IN-%06d".formatted(++invoices);
        BigDecimal gross = DocumentAmounts.of(order.currency(), lines).totals().gross();
        LocalDate due = day.plusDays(order.account.netDays());
        Optional<Return> sentBack = sentBack(order, lines.get(0), day);
        BigDecimal credit = sentBack.filter(Return::isCredited)
                .map(r -> DocumentAmounts.of(order.currency(), List.of(r.line()))
                        .totals()
                        .gross())
                .orElse(BigDecimal.ZERO);
        BigDecimal paid = paid(order.account, gross.subtract(credit), day, due);
        write(order, new Header(id, "INVOICE", null, day, due, credit.add(paid)), lines);
        sentBack.ifPresent(r -> writeReturn(order, id, r, credit));
        if (paid.signum() > 0) {
            writePayment(order.account, id, paid, DemoCalendar.workday(due.minusDays(2)));
        }
        DemoSales.event(order, day, 16, "INVOICED", id, rows);
    }

    /** What of an invoice's first line comes back; one invoice in twenty-five has a return, more of the latest. */
    private Optional<Return> sentBack(DemoOrder order, DocumentLine line, LocalDate invoiced) {
        LocalDate day = DemoCalendar.workday(invoiced.plusDays(9));
        boolean settled = DemoCalendar.isPast(DemoCalendar.workday(day.plusDays(7)));
        if (!order.delivered || !DemoCalendar.isPast(day) || random.nextInt(settled ? 25 : 2) != 0) {
            return Optional.empty();
        }
        DemoOrder.Line ordered = order.lines.get(line.number() - 1);
        BigDecimal quantity = line.quantity().divide(BigDecimal.valueOf(4), 0, RoundingMode.UP);
        DocumentLine part = ordered.part(line.number(), quantity);
        String[] states = settled
                ? new String[] {"CREDITED", "CREDITED", "CREDITED", "RECEIVED", "REJECTED"}
                : new String[] {"REQUESTED", "AUTHORISED"};
        return Optional.of(new Return(part, day, states[returns % states.length]));
    }

    private void writeReturn(DemoOrder order, String invoice, Return sentBack, BigDecimal credit) {
        String id = "RT-%06d".formatted(++returns);
        LocalDate settledOn = DemoCalendar.workday(sentBack.day().plusDays(7));
        String creditNote = sentBack.isCredited() ? "CN-%06d".formatted(++creditNotes) : null;
        if (creditNote != null) {
            Header header = new Header(creditNote, "CREDIT_NOTE", invoice, settledOn, settledOn, credit);
            write(order, header, List.of(sentBack.line()));
        }
        DocumentLine line = sentBack.line();
        if (sentBack.cameBack()) {
            DemoItem item = order.lines.get(line.number() - 1).item;
            stock.move(item, order.warehouse(), settledOn, line.baseQuantity(), "RETURN", id);
        }
        rows.add(
                ErpTable.RETURN_REQUEST,
                id,
                order.account.id(),
                order.id,
                sentBack.day(),
                sentBack.state(),
                DemoCalendar.at(creditNote == null ? sentBack.day() : settledOn, 11));
        if (creditNote != null) {
            rows.add(ErpTable.RETURN_CREDIT, id, creditNote);
        }
        int reason = returns % RETURN_CODES.length;
        rows.add(
                ErpTable.RETURN_LINE,
                id,
                1,
                line.number(),
                line.item(),
                line.description(),
                line.quantity(),
                line.unit(),
                RETURN_CODES[reason],
                RETURN_TEXTS[reason],
                sentBack.cameBack() ? line.quantity() : null,
                sentBack.cameBack() ? line.quantity() : null);
    }

    /** Nine of ten invoices are paid in full when they are due, one of twenty in half. */
    private BigDecimal paid(DemoAccount account, BigDecimal gross, LocalDate day, LocalDate due) {
        boolean pays = !account.id().equals(DemoAccounts.OVERDUE) || day.isBefore(LocalDate.of(2026, 6, 1));
        int roll = random.nextInt(20);
        if (!pays || !DemoCalendar.isPast(due) || roll == 0 && day.getYear() == 2026) {
            return BigDecimal.ZERO;
        }
        boolean half = roll == 1 && day.isAfter(LocalDate.of(2026, 3, 1));
        return half ? gross.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN) : gross;
    }

    private void writePayment(DemoAccount account, String invoice, BigDecimal amount, LocalDate day) {
        String reference = "RCPT-%06d".formatted(++payments);
        receive(account, reference, amount, day);
        rows.add(ErpTable.PAYMENT_ALLOCATION, invoice, amount, day, account.id(), reference);
    }

    /** Money that no invoice was named for. */
    void receiveUnallocated(DemoAccount account, String amount) {
        String reference = "RCPT-%06d".formatted(++payments);
        receive(account, reference, new BigDecimal(amount), DemoCalendar.END.minusDays(4));
    }

    private void receive(DemoAccount account, String reference, BigDecimal amount, LocalDate day) {
        String method = account.country().equals("US") ? "CARD" : "TRANSFER";
        rows.add(ErpTable.PAYMENT, account.id(), day, account.currency(), amount, method, reference);
    }

    private void write(DemoOrder order, Header header, List<DocumentLine> lines) {
        List<InvoiceRow.Line> numbered = new ArrayList<>();
        for (DocumentLine line : lines) {
            DocumentLine renumbered = line.part(numbered.size() + 1, line.quantity(), line.baseQuantity());
            Integer corrects = header.corrects() == null ? null : FIRST_LINE;
            numbered.add(new InvoiceRow.Line(line.number(), corrects, renumbered));
        }
        new InvoiceRow(
                        header.id(),
                        header.kind(),
                        order.account.id(),
                        order.id,
                        header.corrects(),
                        order.customerReference(),
                        header.day(),
                        header.due(),
                        order.currency(),
                        BigDecimal.ZERO,
                        header.settled(),
                        numbered,
                        DemoCalendar.at(header.day(), 16))
                .addTo(rows);
    }
}
