package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.throughline.shared.QuotationId;

/**
 * Which lines of a quotation an order is made of.
 *
 * @param lines their numbers, rising
 */
public record QuotedLines(QuotationId quotation, List<Integer> lines) {

    public QuotedLines {
        requireNonNull(quotation, "quotation");
        lines = lines.stream().sorted().distinct().toList();
    }

    /** Follows from the quotation and the lines alone, so that ordering them again leads to the same order. */
    String reference() {
        return "QP-"
                + Digests.sha256(quotation.dataset() + '\0' + quotation.value() + '\0' + lines)
                        .substring(0, 32);
    }
}
