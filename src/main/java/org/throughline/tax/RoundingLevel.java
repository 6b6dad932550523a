package org.throughline.tax;

/** Where tax is rounded to the currency's minor unit. */
public enum RoundingLevel {
    /** Once per category and rate over the document, as EN 16931 does. */
    DOCUMENT,
    /** Per line; a subtotal is the sum of its lines' rounded taxes. */
    LINE
}
