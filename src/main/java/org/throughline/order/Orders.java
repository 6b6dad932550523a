package org.throughline.order;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.Asks;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.Unhurried;
import org.throughline.shared.Violation;

/** The orders in an ERP. */
@Unhurried
public interface Orders {

    /** @throws org.throughline.shared.ServiceFault ORDER_NOT_FOUND at order */
    Answer<Order> get(OrderId id, MaxAge maxAge);

    /**
     * Newest order date first, then falling id. Time lines may lack what an ERP tells only of one order at a time; those of a
     * reference are complete.
     *
     * @throws org.throughline.shared.ServiceFault INVALID_CURSOR; ACCOUNT_NOT_FOUND at customer when an account of the filter does
     *     not exist
     */
    Answer<Page<Order>> find(OrderFilter filter, PageRequest page, MaxAge maxAge);

    /** The order that was handed over under our reference; always asks the ERP itself. */
    @Asks
    Optional<Order> findByReference(String reference);

    /**
     * The warehouse that the ERP delivers from when a line names none.
     *
     * @throws org.throughline.shared.ServiceFault ACCOUNT_NOT_FOUND at account
     */
    @Asks
    String warehouseFor(AccountId account);

    /** What the ERP could not keep of an order, at its paths in an order request; empty when it could keep all. */
    @Asks
    default List<Violation> objections(OrderContent order) {
        return List.of();
    }

    /**
     * Writes the order with everything that belongs to it, or nothing. The service reads it back and compares; see {@link
     * CheckedOrders}.
     *
     * @param reference unique in the ERP; when an order has it already, that order is the answer and nothing is written
     * @param recheck decides anew on credit and stock, and refuses by a ServiceFault. An ERP with transactions asks it
     *     inside the one that writes, after it has locked the account and the stock of the lines, so that concurrent
     *     orders cannot exceed a limit jointly.
     * @throws org.throughline.shared.ServiceFault whose code is not retryable UNCERTAIN: nothing was written. Any other
     *     exception leaves open whether the order was written.
     */
    Order create(String reference, OrderDraft draft, UnaryOperator<OrderDraft> recheck);

    /**
     * Makes another order of one, with everything that belongs to it, or changes nothing; from then on its time line has
     * AMENDED. What was written is read back and compared. What was shipped and invoiced of the lines that stay is what it was.
     *
     * @param change its reference is unique in the ERP; when an order was changed under it already, that order as it stands
     *     now is the answer and nothing is written
     * @param draft what the order becomes; made from the version that is expected, so it counts only while the order has it
     * @param recheck as in {@link #create}; what the order has claimed of credit and stock itself is free for it then
     * @throws org.throughline.shared.ServiceFault ORDER_NOT_FOUND at order; VERSION_CONFLICT at expectedVersion; of others as in
     *     {@link #create}
     */
    Order amend(OrderChange change, OrderDraft draft, UnaryOperator<OrderDraft> recheck);

    /**
     * Cancels an order and releases what was reserved for it.
     *
     * @param change as in {@link #amend}
     * @throws org.throughline.shared.ServiceFault ORDER_NOT_FOUND at order; VERSION_CONFLICT at expectedVersion; or
     *     ORDER_NOT_CANCELLABLE when it is cancelled or rejected already or something was shipped or invoiced
     */
    Order cancel(OrderChange change);

    /** The order, as it stands now, that was changed under our reference; always asks the ERP itself. */
    Optional<Order> findByChange(String reference);
}
