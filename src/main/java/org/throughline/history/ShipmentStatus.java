package org.throughline.history;

/** How far a shipment has come. */
public enum ShipmentStatus {
    /** Handed over to the carrier. */
    SHIPPED,
    /** The carrier has reported that it is on its way. */
    IN_TRANSIT,
    DELIVERED
}
