package org.throughline.order;

import org.throughline.shared.OrderId;

/** How one order comes about, for {@link OrderPlacing} to take it through the ledger. */
interface Drafting {

    /** @throws org.throughline.shared.ServiceFault when the order is refused */
    OrderDraft draft();

    /**
     * Decides anew on credit and stock, while both are locked in the ERP.
     *
     * @throws org.throughline.shared.ServiceFault when the order is refused
     */
    OrderDraft recheck(OrderDraft draft);

    /** The order is in the ERP; may be said more than once, also without a draft made before. */
    void placed(OrderId order);

    /** It is certain that no order came of it. */
    void notPlaced();
}
