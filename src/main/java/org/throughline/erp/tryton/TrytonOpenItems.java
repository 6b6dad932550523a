package org.throughline.erp.tryton;

import static org.throughline.erp.tryton.TrytonQuery.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.throughline.account.AgedBalances;
import org.throughline.shared.Money;

/**
 * What a customer owes in Tryton's books: each invoice is one entry for each of its instalments, until all of them are settled. A
 * payment of a part is an entry that names the invoice; other entries in the customer's favour are set against none.
 */
final class TrytonOpenItems {

    private static final String INVOICE = "account.invoice";
    private static final TrytonQuery ENTRIES = TrytonQuery.of(
                    "account.move.line",
                    "party",
                    "debit",
                    "credit",
                    "date",
                    "maturity_date",
                    "move.origin",
                    "invoice_payment")
            .where("account.type.receivable", "=", true);

    private final Currency currency;
    private final Map<LocalDate, BigDecimal> owed = new HashMap<>();
    private BigDecimal unallocated = BigDecimal.ZERO;

    /** Entries of some parties that were open on a day. */
    static List<TrytonRecord> rows(TrytonClient tryton, List<Long> parties, LocalDate day) {
        return parties.isEmpty()
                ? List.of()
                : tryton.searchRead(ENTRIES.where("account.company", "=", tryton.company())
                        .where("party", "in", parties)
                        .where("date", "<=", day)
                        .where(List.of(
                                "OR",
                                List.of(clause("reconciliation", "=", null)),
                                List.of(clause("reconciliation.date", ">", day)))));
    }

    /** @param rows of one party */
    TrytonOpenItems(List<TrytonRecord> rows, Currency currency) {
        this.currency = currency;
        Map<Long, BigDecimal> paid = new HashMap<>();
        rows.stream().filter(row -> amount(row).signum() < 0).forEach(row -> credit(row, paid));
        rows.stream()
                .filter(row -> amount(row).signum() > 0)
                .sorted(Comparator.comparing(TrytonOpenItems::due))
                .forEach(row -> debit(row, paid));
        paid.values().forEach(rest -> unallocated = unallocated.add(rest));
    }

    /** By the days that they are past due. */
    AgedBalances aged(LocalDate day) {
        return new AgedBalances(
                between(day, Long.MIN_VALUE, 0),
                between(day, 1, 30),
                between(day, 31, 60),
                between(day, 61, 90),
                between(day, 91, Long.MAX_VALUE));
    }

    /** Payments and credit notes that are set against no invoice. */
    BigDecimal unallocated() {
        return Money.round(unallocated, currency);
    }

    private void credit(TrytonRecord row, Map<Long, BigDecimal> paid) {
        BigDecimal amount = amount(row).negate();
        Long invoice = row.id("invoice_payment");
        if (invoice == null) {
            unallocated = unallocated.add(amount);
        } else {
            paid.merge(invoice, amount, BigDecimal::add);
        }
    }

    /** What was paid of an invoice settles its instalments in the order in which they are due. */
    private void debit(TrytonRecord row, Map<Long, BigDecimal> paid) {
        Long invoice = row.id("move.origin", INVOICE);
        BigDecimal amount = amount(row);
        BigDecimal settled =
                Optional.ofNullable(invoice).map(paid::get).map(amount::min).orElse(BigDecimal.ZERO);
        if (settled.signum() > 0) {
            paid.merge(invoice, settled, BigDecimal::subtract);
        }
        owed.merge(due(row), amount.subtract(settled), BigDecimal::add);
    }

    private BigDecimal between(LocalDate day, long first, long last) {
        return Money.round(
                owed.entrySet().stream()
                        .filter(entry ->
                                daysPast(entry.getKey(), day) >= first && daysPast(entry.getKey(), day) <= last)
                        .map(Map.Entry::getValue)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                currency);
    }

    private static long daysPast(LocalDate due, LocalDate day) {
        return day.toEpochDay() - due.toEpochDay();
    }

    private static LocalDate due(TrytonRecord row) {
        return Objects.requireNonNullElse(row.date("maturity_date"), row.date("date"));
    }

    private static BigDecimal amount(TrytonRecord row) {
        return row.decimal("debit").subtract(row.decimal("credit"));
    }
}
