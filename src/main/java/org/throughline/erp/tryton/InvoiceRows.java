package org.throughline.erp.tryton;

import static org.throughline.erp.tryton.TrytonQuery.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.throughline.history.AmountRange;
import org.throughline.history.Invoice;
import org.throughline.history.InvoiceFilter;
import org.throughline.history.InvoiceKind;
import org.throughline.history.InvoiceStatus;
import org.throughline.shared.AccountId;

/**
 * Tryton's customer invoices that were issued: posted, paid, or cancelled by a credit note. What is negative is a credit note.
 */
record InvoiceRows(TrytonClient tryton, TrytonIds ids) {

    static final String MODEL = "account.invoice";

    /** What has to be read. */
    static final List<String> FIELDS = Stream.concat(
                    InvoiceBooking.FIELDS.stream(),
                    Stream.of("number", "party.code", "reference", "untaxed_amount", "tax_amount", "sales.reference"))
            .toList();

    private static final List<Object> ISSUED = List.of(
            "OR",
            clause("state", "in", List.of("posted", "paid")),
            List.of(clause("state", "=", "cancelled"), List.of("cancel_move.origin.id", ">", 0, MODEL)));

    TrytonQuery issued(List<String> fields) {
        return TrytonQuery.of(MODEL, fields.toArray(String[]::new))
                .where("company", "=", tryton.company())
                .where("type", "=", "out")
                .where(ISSUED);
    }

    /**
     * All that Tryton can look for; {@link #isWanted} says the rest.
     *
     * @param asOf the day for which the filter is meant
     * @param today what is settled on an earlier day is not known to Tryton
     */
    TrytonQuery query(List<AccountId> accounts, InvoiceFilter filter, LocalDate asOf, LocalDate today) {
        TrytonQuery query = issued(FIELDS)
                .where("party.code", "in", KnownAccounts.codes(accounts))
                .where("invoice_date", "<=", asOf);
        query = narrowed(query, filter);
        if (filter.kind() == InvoiceKind.CREDIT_NOTE) {
            query = query.where("move.lines", "where", CREDITED);
        }
        return asOf.isBefore(today) ? query : narrowedByStatus(query, filter);
    }

    private static final List<Object> CREDITED =
            List.of(clause("account.type.receivable", "=", true), clause("credit", ">", BigDecimal.ZERO));

    private static TrytonQuery narrowed(TrytonQuery all, InvoiceFilter filter) {
        TrytonQuery query = all;
        if (filter.dates().from() != null) {
            query = query.where("invoice_date", ">=", filter.dates().from());
        }
        if (filter.dates().until() != null) {
            query = query.where("invoice_date", "<", filter.dates().until());
        }
        if (filter.item() != null) {
            query = query.where("lines.product.code", "=", filter.item().value());
        }
        if (filter.order() != null) {
            query = query.where(
                    "sales", "=", TrytonIds.parse(filter.order().value()).orElse(-1));
        }
        if (filter.amounts().currency() != null) {
            query = query.where(
                    "currency.code", "=", filter.amounts().currency().getCurrencyCode());
        }
        return filter.customerReference() == null ? query : query.where(referring(filter.customerReference()));
    }

    /** Mostly the reference stands on the order only. */
    private static List<Object> referring(String reference) {
        return List.of("OR", clause("reference", "=", reference), clause("sales.reference", "=", reference));
    }

    private static TrytonQuery narrowedByStatus(TrytonQuery query, InvoiceFilter filter) {
        boolean open = filter.overdueOnly()
                || !filter.statuses().isEmpty() && !filter.statuses().contains(InvoiceStatus.PAID);
        return open ? query.where("state", "=", "posted") : query;
    }

    /** Whether the rest of the filter lets an invoice through. */
    static boolean isWanted(Invoice invoice, InvoiceFilter filter) {
        return (filter.kind() == null || filter.kind() == invoice.kind())
                && isIn(invoice.gross(), filter.amounts())
                && filter.wantsStatusOf(invoice);
    }

    Invoice invoice(TrytonRecord row, LocalDate asOf) {
        InvoiceBooking booking = new InvoiceBooking(row, ids);
        List<TrytonRecord> sales = row.all("sales");
        return new Invoice(
                ids.invoice(row.id()),
                row.text("number"),
                ids.account(row.text("party.code")),
                booking.isCreditNote() ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE,
                row.date("invoice_date"),
                booking.dueDate(asOf),
                reference(row, sales),
                sales.size() == 1 ? ids.order(sales.get(0).id()) : null,
                booking.currency(),
                booking.amount(row.decimal("untaxed_amount")),
                booking.amount(row.decimal("tax_amount")),
                booking.gross(),
                booking.settlement(asOf),
                asOf);
    }

    private static String reference(TrytonRecord row, List<TrytonRecord> sales) {
        String own = row.text("reference");
        List<String> ofSales =
                sales.stream().map(sale -> sale.text("reference")).distinct().toList();
        return own == null && ofSales.size() == 1 ? ofSales.get(0) : own;
    }

    private static boolean isIn(BigDecimal amount, AmountRange range) {
        return (range.min() == null || amount.compareTo(range.min()) >= 0)
                && (range.max() == null || amount.compareTo(range.max()) <= 0);
    }
}
