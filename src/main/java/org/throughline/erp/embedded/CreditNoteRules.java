package org.throughline.erp.embedded;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.Map;
import org.throughline.history.InvoiceKind;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Money;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;

/** What a credit note may take back: never more than was invoiced. */
final class CreditNoteRules {

    private CreditNoteRules() {}

    /** @param quantities by line number, in the order in which the request has them */
    static Violations check(CreditableInvoice invoice, Map<Integer, BigDecimal> quantities) {
        Violations violations = new Violations();
        if (invoice.head().kind().equals(InvoiceKind.CREDIT_NOTE.name())) {
            violations.add(ErrorCode.INVALID_VALUE.at("invoice", "It is a credit note."));
        }
        if (quantities.isEmpty()) {
            violations.add(ErrorCode.INVALID_VALUE.at("lines", "Nothing of the invoice is left to be credited."));
        }
        Map<Integer, CreditableInvoice.Line> lines =
                invoice.lines().stream().collect(toMap(CreditableInvoice.Line::number, identity()));
        int index = 0;
        for (Map.Entry<Integer, BigDecimal> wanted : quantities.entrySet()) {
            CreditableInvoice.Line line = lines.get(wanted.getKey());
            BigDecimal most = line == null ? BigDecimal.ZERO : line.left();
            if (wanted.getValue().signum() <= 0 || wanted.getValue().compareTo(most) > 0) {
                violations.add(tooMuch(index, most));
            }
            index++;
        }
        return violations;
    }

    /** Credit notes that came from elsewhere may not say which lines they are for. */
    static void requireNoMoreThan(Money left, DocumentTotals totals) {
        if (totals.gross().compareTo(left.amount()) > 0) {
            throw new ServiceFault(new Violation(
                    ErrorCode.AMOUNT_EXCEEDED,
                    "lines",
                    "Together with earlier credit notes it is more than was invoiced.",
                    Remedy.atMost("What is left to be credited, with tax.", left.amount())));
        }
    }

    private static Violation tooMuch(int index, BigDecimal most) {
        return new Violation(
                ErrorCode.INVALID_QUANTITY,
                "lines[" + index + "].quantity",
                "It must be above zero and no more than was invoiced and not credited yet.",
                Remedy.atMost("What is left to be credited.", most));
    }
}
