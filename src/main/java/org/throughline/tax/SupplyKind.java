package org.throughline.tax;

/** What is supplied; the place of supply depends on it. */
public enum SupplyKind {
    GOODS,
    /** A service by the general rule: supplied where a business buyer is, or else where the seller is. */
    SERVICE,
    /** An electronic, telecommunication or broadcasting service: supplied where the buyer is, consumers included. */
    ELECTRONIC_SERVICE,
    /** A service at a building or an event: supplied where it is done, which is the place that the supply goes to. */
    ON_SITE_SERVICE
}
