package org.throughline.contract;

import java.util.Locale;

/** What a case shows. */
enum Kind {
    /** The request is served. */
    PASSING,
    /** The request can be read, but is answered by a fault. */
    FAILING,
    /** The request cannot be read, or does not conform to the schema. */
    MALFORMED;

    static Kind parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}
