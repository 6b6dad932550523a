package org.throughline.erp.tryton;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.throughline.history.Credit;
import org.throughline.history.Payment;
import org.throughline.history.Settlement;
import org.throughline.shared.Money;

/**
 * What Tryton has booked for an invoice: the parts in which it is due, and what was set against them. That is lines of other
 * moves which are reconciled with a part or assigned to the invoice as payments; and a part of a credit note can itself be
 * assigned to an invoice as a payment.
 */
final class InvoiceBooking {

    private static final String PARTS = "lines_to_pay";
    private static final String PAYMENTS = "payment_lines";
    private static final List<String> LINE = List.of(
            "debit",
            "credit",
            "amount_second_currency",
            "second_currency",
            "date",
            "move",
            "move.origin",
            "move.description",
            "move.journal.type",
            "reconciliation");

    /** What has to be read of an invoice. */
    static final List<String> FIELDS = Stream.of(
                    Stream.of("currency", "currency.code", "invoice_date", "total_amount", "move"),
                    LINE.stream().map(field -> PARTS + "." + field),
                    Stream.of(PARTS + ".maturity_date", PARTS + ".invoice_payments"),
                    LINE.stream().map(field -> PARTS + ".reconciliation.lines." + field),
                    LINE.stream().map(field -> PAYMENTS + "." + field))
            .flatMap(fields -> fields)
            .toList();

    private final TrytonRecord invoice;
    private final TrytonIds ids;
    private final Currency currency;
    private final BigDecimal sign;
    private final List<Part> parts;
    private final List<Payment> payments = new ArrayList<>();
    private final List<Credit> credits = new ArrayList<>();
    private final BigDecimal settled;

    /**
     * A part in which an invoice is due.
     *
     * @param amount positive, of a credit note too
     */
    record Part(LocalDate due, BigDecimal amount) {}

    InvoiceBooking(TrytonRecord invoice, TrytonIds ids) {
        this.invoice = invoice;
        this.ids = ids;
        this.currency = Currency.getInstance(invoice.text("currency.code"));
        this.sign = invoice.decimal("total_amount").signum() < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        this.parts = invoice.all(PARTS).stream()
                .map(line -> new Part(due(line), owed(line)))
                .sorted(comparing(Part::due))
                .toList();
        this.settled = gross().subtract(open());
        assign();
    }

    Currency currency() {
        return currency;
    }

    boolean isCreditNote() {
        return sign.signum() < 0;
    }

    /** An amount of the invoice, positive of a credit note too. */
    BigDecimal amount(BigDecimal signed) {
        return Money.round(signed.multiply(sign), currency);
    }

    BigDecimal gross() {
        return amount(invoice.decimal("total_amount"));
    }

    /** Oldest first. */
    List<Payment> payments() {
        return payments;
    }

    /** Oldest first. */
    List<Credit> credits() {
        return credits;
    }

    Settlement settlement(LocalDate day) {
        return Settlement.asOf(day, settled, payments, credits);
    }

    /** What is left of the parts on a day, the earliest first: Tryton does not say which part is paid, so it is that one. */
    List<Part> openParts(LocalDate day) {
        BigDecimal paid = settlement(day).settled();
        List<Part> open = new ArrayList<>();
        for (Part part : parts) {
            BigDecimal left = part.amount().subtract(paid).max(BigDecimal.ZERO);
            paid = paid.subtract(part.amount()).max(BigDecimal.ZERO);
            if (left.signum() > 0) {
                open.add(new Part(part.due(), left));
            }
        }
        return open;
    }

    /** When the earliest part that is open is due; of a settled invoice, the last. */
    LocalDate dueDate(LocalDate day) {
        return openParts(day).stream()
                .findFirst()
                .or(() -> parts.stream().reduce((one, later) -> later))
                .map(Part::due)
                .orElseGet(() -> invoice.date("invoice_date"));
    }

    /** What is neither reconciled nor assigned, less what is assigned and not reconciled. */
    private BigDecimal open() {
        BigDecimal owed = invoice.all(PARTS).stream()
                .filter(line -> line.id("reconciliation") == null)
                .filter(line -> line.ids("invoice_payments").isEmpty())
                .map(this::owed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal assigned = invoice.all(PAYMENTS).stream()
                .filter(line -> line.id("reconciliation") == null)
                .map(line -> owed(line).negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.round(owed.subtract(assigned).max(BigDecimal.ZERO).min(gross()), currency);
    }

    /** Says of what is set against the invoice what it is, until all of the invoice is explained. */
    private void assign() {
        BigDecimal left = gross();
        for (TrytonRecord line : counterLines()) {
            BigDecimal amount = Money.round(owed(line).negate().min(left), currency);
            if (amount.signum() > 0) {
                left = left.subtract(amount);
                add(line, amount);
            }
        }
        for (TrytonRecord part : invoice.all(PARTS)) {
            left = addUse(part, left);
        }
        payments.sort(comparing(Payment::date));
        credits.sort(comparing(Credit::date));
    }

    /** What is assigned to the invoice first, then what is reconciled with it; each in the order in which it was booked. */
    private List<TrytonRecord> counterLines() {
        Map<Long, TrytonRecord> lines = new LinkedHashMap<>();
        Comparator<TrytonRecord> booked = comparing(line -> line.date("date"), nullsFirst(Comparator.naturalOrder()));
        invoice.all(PAYMENTS).stream().sorted(booked).forEach(line -> lines.put(line.id(), line));
        invoice.all(PARTS).stream()
                .flatMap(part -> part.related("reconciliation").stream())
                .flatMap(reconciliation -> reconciliation.all("lines").stream())
                .filter(line -> !line.id("move").equals(invoice.id("move")))
                .sorted(booked)
                .forEach(line -> lines.putIfAbsent(line.id(), line));
        return List.copyOf(lines.values());
    }

    /** What is written off is neither. */
    private void add(TrytonRecord line, BigDecimal amount) {
        Long other = line.id("move.origin", "account.invoice");
        String journal = line.text("move.journal.type");
        if ("cash".equals(journal) || other == null && !"write-off".equals(journal)) {
            payments.add(new Payment(line.date("date"), line.text("move.description"), null, amount));
        } else if (other != null && other != invoice.id()) {
            credits.add(new Credit(ids.invoice(other), line.date("date"), amount));
        }
    }

    /** A part of a credit note that is assigned to an invoice, and not reconciled yet, is used for it. */
    private BigDecimal addUse(TrytonRecord part, BigDecimal left) {
        List<Long> uses = part.ids("invoice_payments");
        if (uses.isEmpty() || part.id("reconciliation") != null) {
            return left;
        }
        BigDecimal amount = Money.round(owed(part).min(left), currency);
        credits.add(new Credit(ids.invoice(uses.get(0)), part.date("date"), amount));
        return left.subtract(amount);
    }

    private LocalDate due(TrytonRecord line) {
        LocalDate maturity = line.date("maturity_date");
        return maturity == null ? invoice.date("invoice_date") : maturity;
    }

    /** In the invoice's currency; below zero when it lowers what is owed. */
    private BigDecimal owed(TrytonRecord line) {
        BigDecimal booked = line.decimal("debit").subtract(line.decimal("credit"));
        if (invoice.id("currency").equals(line.id("second_currency"))) {
            return line.decimal("amount_second_currency").multiply(sign);
        }
        return booked.multiply(rate()).multiply(sign);
    }

    /** What one unit of the company's currency is in the invoice's, by the invoice's own booking. */
    private BigDecimal rate() {
        BigDecimal foreign = BigDecimal.ZERO;
        BigDecimal own = BigDecimal.ZERO;
        for (TrytonRecord line : invoice.all(PARTS)) {
            if (invoice.id("currency").equals(line.id("second_currency"))) {
                foreign = foreign.add(line.decimal("amount_second_currency"));
                own = own.add(line.decimal("debit")).subtract(line.decimal("credit"));
            }
        }
        return own.signum() == 0 ? BigDecimal.ONE : foreign.divide(own, MathContext.DECIMAL64);
    }
}
