package org.throughline.history;

import java.time.Instant;
import org.throughline.shared.AccountId;
import org.throughline.shared.ShipmentId;

/**
 * Who took a delivery, and the document that shows it.
 *
 * @param signedBy name of the person
 * @param place where it was handed over; null when it is not known
 */
public record ProofOfDelivery(
        ShipmentId shipment, AccountId account, String signedBy, Instant signedAt, String place, Attachment document) {}
