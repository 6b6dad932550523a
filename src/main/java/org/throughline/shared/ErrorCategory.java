package org.throughline.shared;

/** The kinds of failure a caller can tell apart; each has one SOAP fault element and one HTTP status. */
public enum ErrorCategory {
    INVALID_REQUEST,
    NOT_FOUND,
    CONFLICT,
    REFUSED,
    NOT_SUPPORTED,
    UNAVAILABLE,
    INTERNAL
}
