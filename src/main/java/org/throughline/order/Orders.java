package org.throughline.order;

import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** The orders in an ERP. */
public interface Orders {

    /** @throws org.throughline.shared.ServiceFault ORDER_NOT_FOUND */
    Answer<Order> get(OrderId id, MaxAge maxAge);

    /** Newest order date first, then falling id. */
    Answer<Page<Order>> find(OrderFilter filter, PageRequest page, MaxAge maxAge);

    /** The order that was handed over under our reference; always asks the ERP itself. */
    Optional<Order> findByReference(String dataset, String reference);

    /**
     * Writes the order with everything that belongs to it, or nothing. Credit and stock are checked once more together
     * with the writing, so that concurrent orders cannot exceed them jointly. What was written is read back and
     * compared.
     *
     * @param reference unique in the ERP; when an order has it already, that order is the answer and nothing is written
     * @throws org.throughline.shared.ServiceFault with a code that is not retryable, or retryable YES: nothing was
     *     written. Any other exception leaves open whether the order was written.
     */
    Order create(String reference, OrderDraft draft);

    /**
     * The warehouse that the ERP delivers from when a line names none.
     *
     * @throws org.throughline.shared.ServiceFault ACCOUNT_NOT_FOUND at account
     */
    String warehouseFor(AccountId account);

    /**
     * Cancels an order and releases what was reserved for it.
     *
     * @throws org.throughline.shared.ServiceFault ORDER_NOT_FOUND, VERSION_CONFLICT, or ORDER_NOT_CANCELLABLE when it is
     *     cancelled already or something was shipped
     */
    Order cancel(OrderId id, int expectedVersion);
}
