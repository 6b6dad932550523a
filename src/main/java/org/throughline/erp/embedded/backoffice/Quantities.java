package org.throughline.erp.embedded.backoffice;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Violations;

/** Quantities of a document's lines, as they are posted: {@code "lines": [{"line": 1, "quantity": "2"}]}. */
final class Quantities {

    private Quantities() {}

    private record Entry(Integer line, BigDecimal quantity) {
        private static Entry of(Fields fields) {
            return new Entry(fields.number("line"), fields.quantity("quantity"));
        }
    }

    /** Reads the field lines; an absent one gives none. What is malformed is left out, because the body is refused then. */
    static Lines of(Fields fields) {
        return new Lines(fields.optionalList("lines", Entry::of));
    }

    /** As posted. */
    record Lines(List<Entry> entries) {

        /**
         * By number of the line, in the order in which they were posted.
         *
         * @throws org.throughline.shared.ServiceFault INVALID_VALUE at each line that stands there twice
         */
        Map<Integer, BigDecimal> byLine() {
            Map<Integer, BigDecimal> quantities = new LinkedHashMap<>();
            Violations violations = new Violations();
            for (int i = 0; i < entries.size(); i++) {
                if (quantities.put(entries.get(i).line(), entries.get(i).quantity()) != null) {
                    violations.add(ErrorCode.INVALID_VALUE.at("lines[" + i + "].line", "The line stands here twice."));
                }
            }
            violations.throwIfAny();
            return quantities;
        }
    }
}
