package org.throughline.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What lowered what is owed on an invoice, up to a day.
 *
 * @param paid payments received
 * @param credited credit notes used for the invoice; of a credit note, what was used of it
 * @param settled how much of the invoice's gross value needs no payment any more
 */
public record Settlement(BigDecimal paid, BigDecimal credited, BigDecimal settled) {

    /**
     * Rolls an invoice back to a day. What the ERP holds as settled without a payment or credit note that explains it
     * counts as settled from the start; what was paid or credited beyond the gross value does not lower it further.
     *
     * @param settled as the ERP has it now, with the decimals of the currency
     */
    public static Settlement asOf(LocalDate day, BigDecimal settled, List<Payment> payments, List<Credit> credits) {
        BigDecimal none = BigDecimal.ZERO.setScale(settled.scale());
        BigDecimal unexplained = settled.subtract(paid(payments, none))
                .subtract(credited(credits, none))
                .max(none);
        BigDecimal paid = paid(until(day, payments), none);
        BigDecimal credited = credited(creditsUntil(day, credits), none);
        return new Settlement(paid, credited, settled.min(unexplained.add(paid).add(credited)));
    }

    static List<Payment> until(LocalDate day, List<Payment> payments) {
        return payments.stream().filter(payment -> !payment.date().isAfter(day)).toList();
    }

    static List<Credit> creditsUntil(LocalDate day, List<Credit> credits) {
        return credits.stream().filter(credit -> !credit.date().isAfter(day)).toList();
    }

    private static BigDecimal paid(List<Payment> payments, BigDecimal none) {
        return payments.stream().map(Payment::amount).reduce(none, BigDecimal::add);
    }

    private static BigDecimal credited(List<Credit> credits, BigDecimal none) {
        return credits.stream().map(Credit::amount).reduce(none, BigDecimal::add);
    }
}
