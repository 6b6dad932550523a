package org.throughline.database;

import java.util.Locale;

/** The two schemas; they know nothing of each other. */
public enum Schema {
    ERP,
    STORE;

    /** The schema's name as the database spells unquoted names. */
    public String nameIn(Dialect dialect) {
        return dialect == Dialect.DERBY ? name() : name().toLowerCase(Locale.ROOT);
    }
}
