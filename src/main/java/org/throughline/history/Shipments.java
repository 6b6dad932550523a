package org.throughline.history;

import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ShipmentId;

/** The deliveries of an ERP. */
public interface Shipments {

    /** Latest first. An account that the ERP does not have is ACCOUNT_NOT_FOUND. */
    Answer<Page<Shipment>> find(List<AccountId> accounts, ShipmentFilter filter, PageRequest page, MaxAge maxAge);

    /** How many pass the filter. */
    Answer<Integer> count(List<AccountId> accounts, ShipmentFilter filter, MaxAge maxAge);

    /**
     * Who took a delivery.
     *
     * @throws org.throughline.shared.ServiceFault SHIPMENT_NOT_FOUND; NOT_DELIVERED_YET;
     *     PROOF_NOT_FOUND when it was delivered and nobody recorded to whom
     */
    Answer<ProofOfDelivery> proofOfDelivery(ShipmentId id, MaxAge maxAge);
}
