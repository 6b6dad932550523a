package org.throughline.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.OrderId;

/**
 * An invoice or credit note as it stands on a day.
 *
 * @param number what people know it by; null when that is its id
 * @param dueDate when payment is due; where it is due in parts, when the earliest part is that is not settled
 * @param customerReference the customer's own reference; null when there is none
 * @param order what it invoices; null when it is not one order
 * @param settlement up to the day
 * @param asOf the day
 */
public record Invoice(
        InvoiceId id,
        String number,
        AccountId account,
        InvoiceKind kind,
        LocalDate date,
        LocalDate dueDate,
        String customerReference,
        OrderId order,
        Currency currency,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross,
        Settlement settlement,
        LocalDate asOf) {

    /** What is left to pay or, of a credit note, to use. */
    public BigDecimal outstanding() {
        return gross.subtract(settlement.settled());
    }

    public InvoiceStatus status() {
        return InvoiceStatus.of(gross, settlement.settled());
    }

    /** Days since the due date while something is outstanding; zero otherwise and for credit notes. */
    public int daysOverdue() {
        if (kind == InvoiceKind.CREDIT_NOTE || status() == InvoiceStatus.PAID || !asOf.isAfter(dueDate)) {
            return 0;
        }
        return Math.toIntExact(ChronoUnit.DAYS.between(dueDate, asOf));
    }

    /** How long it is past its due date; empty when nothing is outstanding, and for credit notes. */
    public Optional<AgeBucket> age() {
        return kind == InvoiceKind.CREDIT_NOTE || status() == InvoiceStatus.PAID
                ? Optional.empty()
                : Optional.of(AgeBucket.of(dueDate, asOf));
    }
}
