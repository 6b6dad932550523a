package org.throughline.order;

import java.util.List;
import java.util.function.Supplier;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/** Where things stand in a request that orders a quotation; lines are those of the quotation. */
final class QuotationPaths {

    static final String QUOTATION = "quotation";

    private QuotationPaths() {}

    /** Runs something that says what is wrong at places of an order or offer. */
    static <T> T tell(Supplier<T> decision) {
        try {
            return decision.get();
        } catch (ServiceFault fault) {
            throw new ServiceFault(inQuotation(fault.violations()), fault);
        }
    }

    static List<Violation> inQuotation(List<Violation> violations) {
        return violations.stream().map(QuotationPaths::inQuotation).toList();
    }

    private static Violation inQuotation(Violation violation) {
        String path = violation.path();
        if (path.startsWith("order.expected")) {
            return violation.at(path.substring("order.".length()));
        }
        return path.startsWith("order") || path.startsWith("offer")
                ? violation.at(QUOTATION + path.substring("order".length()))
                : violation;
    }
}
