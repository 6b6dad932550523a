package org.throughline.pricing;

/** Which of the agreements that a line reaches decides. */
public enum AgreementPolicy {
    /** The strongest: account and item, account and item group, price group and item, price group and item group. */
    FIRST,
    /** The one that makes the lowest price, promotions included; or none when that is lower still. */
    BEST
}
