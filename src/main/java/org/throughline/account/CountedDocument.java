package org.throughline.account;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * An open document, as the credit rules see it.
 *
 * @param counted what it adds to the credit in use, in the account's currency; negative for what reduces it, zero when the
 *     rules leave it out
 * @param daysOverdue 0 when it is not overdue
 * @param blocks whether it is overdue for so long that nothing passes until it is paid
 */
public record CountedDocument(OpenDocument document, BigDecimal counted, long daysOverdue, boolean blocks) {

    public CountedDocument {
        requireNonNull(document, "document");
        requireNonNull(counted, "counted");
    }
}
