package org.throughline.history;

/** How far a return has come. */
public enum ReturnState {
    /** The customer asked for it. */
    REQUESTED,
    /** The customer may send the goods. */
    AUTHORISED,
    /** The goods are back. */
    RECEIVED,
    /** A credit note was made for it. */
    CREDITED,
    REJECTED
}
