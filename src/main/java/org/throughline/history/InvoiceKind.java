package org.throughline.history;

/** What a document that moves an account's balance is. */
public enum InvoiceKind {
    INVOICE,
    /** Its amounts count in the customer's favour; they are given as positive numbers. */
    CREDIT_NOTE
}
