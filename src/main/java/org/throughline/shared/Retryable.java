package org.throughline.shared;

/** Whether the same request, sent again, can succeed. */
public enum Retryable {
    /** The request must be changed first. */
    NO,
    /** Nothing was done; try later. */
    YES,
    /** Something may have been done; send the same request id again. */
    UNCERTAIN
}
