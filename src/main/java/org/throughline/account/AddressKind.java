package org.throughline.account;

/** What an address of an account is for. */
public enum AddressKind {
    BILLING,
    SHIPPING
}
