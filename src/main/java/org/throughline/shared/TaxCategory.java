package org.throughline.shared;

/** Tax categories of EN 16931 (UNCL 5305). */
public enum TaxCategory {
    /** Standard or reduced rate. */
    S,
    /** Zero rated. */
    Z,
    /** Exempt. */
    E,
    /** Reverse charge. */
    AE,
    /** Intra-community supply. */
    K,
    /** Export. */
    G,
    /** Outside the scope of tax. */
    O,
    /** Canary Islands (IGIC). */
    L,
    /** Ceuta and Melilla (IPSI). */
    M,
    /** Split payment, Italy. */
    B;

    /** Whether tax of a rate above zero is charged in this category. */
    public boolean isTaxed() {
        return this == S || this == L || this == M || this == B;
    }
}
