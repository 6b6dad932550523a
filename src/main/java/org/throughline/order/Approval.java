package org.throughline.order;

/** Whether an order may be worked on. */
public enum Approval {
    APPROVED,
    /** Waits until somebody releases it; the holds say why. */
    HELD,
    CANCELLED
}
