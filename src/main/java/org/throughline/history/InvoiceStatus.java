package org.throughline.history;

import java.math.BigDecimal;

/** How far an invoice is settled. Whether it is overdue is another question. */
public enum InvoiceStatus {
    /** Nothing is settled. */
    OPEN,
    /** A part is paid or credited. */
    PARTLY_PAID,
    /** Nothing is left to pay; or, of a credit note, nothing to use. */
    PAID;

    public static InvoiceStatus of(BigDecimal gross, BigDecimal settled) {
        if (settled.compareTo(gross) >= 0) {
            return PAID;
        }
        return settled.signum() > 0 ? PARTLY_PAID : OPEN;
    }
}
