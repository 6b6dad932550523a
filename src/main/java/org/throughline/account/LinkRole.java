package org.throughline.account;

/** What a company is to us through an account. */
public enum LinkRole {
    CUSTOMER,
    SUPPLIER,
    BOTH;

    /** Whether the company buys through the account; only such accounts serve reads and writes of customers. */
    public boolean buys() {
        return this != SUPPLIER;
    }
}
