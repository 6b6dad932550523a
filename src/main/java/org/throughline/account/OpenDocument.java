package org.throughline.account;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A document of an account, or a part of one, that is not settled yet.
 *
 * @param id the ERP's; an order can stand here twice, with what is shipped and with what is not
 * @param date of the document
 * @param dueOn null for all but invoices
 * @param currency of the document
 * @param amount still open, with tax, in the document's currency; never negative
 * @param value the same in the account's currency, rounded half-up to its minor unit
 */
public record OpenDocument(
        Kind kind, String id, LocalDate date, LocalDate dueOn, Currency currency, BigDecimal amount, BigDecimal value) {

    /** What a document does to the credit in use. */
    public enum Kind {
        /** Outstanding on an invoice. */
        INVOICE(1),
        /** Not set against an invoice yet. */
        CREDIT_NOTE(-1),
        /** Money that is not set against an invoice yet. */
        PAYMENT(-1),
        /** What of an order is shipped and not invoiced yet. */
        DELIVERY(1),
        /** What of an order is neither shipped nor invoiced yet. */
        ORDER(1),
        /** The same of an order that waits for somebody to approve it. */
        HELD_ORDER(1);

        private final int sign;

        Kind(int sign) {
            this.sign = sign;
        }

        /** The amount as it counts: what the customer is owed has a minus. */
        public BigDecimal signed(BigDecimal amount) {
            return sign < 0 ? amount.negate() : amount;
        }
    }

    public OpenDocument {
        requireNonNull(kind, "kind");
        requireNonNull(id, "id");
        requireNonNull(date, "date");
        requireNonNull(currency, "currency");
        requireNonNull(amount, "amount");
        requireNonNull(value, "value");
    }

    /** 0 when it is not due yet, or due on that day; and for all that is never due. */
    public long daysOverdue(LocalDate day) {
        return dueOn == null ? 0 : Math.max(0, day.toEpochDay() - dueOn.toEpochDay());
    }
}
