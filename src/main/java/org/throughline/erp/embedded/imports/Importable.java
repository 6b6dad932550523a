package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Consumer;
import org.throughline.erp.embedded.rows.RowBatch;

/**
 * Something that is imported as a whole or not at all: an account, an order with its lines.
 *
 * @param lookup what {@link Kind#lookup()} asks for
 * @param key tells it from others of its kind
 * @param rows writes it
 * @param fulfilled the orders whose progress it changes
 */
record Importable(Kind kind, String lookup, String key, Consumer<RowBatch> rows, Set<String> fulfilled) {

    static Importable of(Kind kind, String id, Consumer<RowBatch> rows) {
        return new Importable(kind, id, id, rows, Set.of());
    }

    /** @param order may be null */
    static Importable fulfilling(Kind kind, String id, String order, Consumer<RowBatch> rows) {
        return new Importable(kind, id, id, rows, order == null ? Set.of() : Set.of(order));
    }

    /** A key of several parts; numbers are compared by value. */
    static String key(Object... parts) {
        StringBuilder key = new StringBuilder();
        for (Object part : parts) {
            String text = part instanceof BigDecimal number
                    ? number.stripTrailingZeros().toPlainString()
                    : String.valueOf(part);
            key.append(text).append('\u001f');
        }
        return key.toString();
    }
}
