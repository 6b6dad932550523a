package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.throughline.shared.QuotationId;

/**
 * Somebody orders what was quoted.
 *
 * @param lines numbers of the lines that are ordered; empty for all
 * @param customerReference the customer's own order number; null: as in the quotation
 * @param newTermsAccepted whether, when the quotation has expired, an order is wanted at the prices of now
 * @param expected null when the caller expects no particular totals
 */
public record Promotion(
        QuotationId quotation,
        List<Integer> lines,
        String customerReference,
        CreditPolicy onCreditShortage,
        StockPolicy onStockShortage,
        boolean newTermsAccepted,
        ExpectedTotals expected)
        implements Demand {

    public Promotion {
        requireNonNull(quotation, "quotation");
        requireNonNull(onCreditShortage, "onCreditShortage");
        requireNonNull(onStockShortage, "onStockShortage");
        lines = List.copyOf(lines);
    }
}
