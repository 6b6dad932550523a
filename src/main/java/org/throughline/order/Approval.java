package org.throughline.order;

/** Whether an order may be worked on. */
public enum Approval {
    /** Waits until somebody releases it; the holds say why. */
    PENDING,
    APPROVED,
    /** The back office said no. */
    REJECTED,
    CANCELLED
}
