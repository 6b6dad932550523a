package org.throughline.account;

/** Values of an account that can be emptied. */
public enum ClearableField {
    TAX_ID,
    TAX_EXEMPTION,
    PAYMENT_TERMS,
    PRICE_LIST,
    PRICE_GROUP,
    BILL_TO
}
