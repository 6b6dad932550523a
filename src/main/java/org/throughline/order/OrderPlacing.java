package org.throughline.order;

import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCategory;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.Remedy;
import org.throughline.shared.Retryable;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/**
 * Takes a request through the ledger: written down, handed to the ERP, outcome written down. Whatever breaks on the way,
 * the ledger never says less than the truth: a request that may have reached the ERP is in doubt until the ERP was asked
 * for it by our reference.
 */
final class OrderPlacing {

    private static final System.Logger LOG = System.getLogger(OrderPlacing.class.getName());
    private static final Set<ErrorCategory> LASTING = EnumSet.of(
            ErrorCategory.INVALID_REQUEST, ErrorCategory.NOT_FOUND, ErrorCategory.CONFLICT, ErrorCategory.REFUSED);

    private final Erp erp;
    private final Orders orders;
    private final Ledger ledger;

    OrderPlacing(Erp erp, Orders orders, Ledger ledger) {
        this.erp = erp;
        this.orders = orders;
        this.ledger = ledger;
    }

    /** @param digest of the request's content */
    Placement place(RequestKey key, String digest, Drafting drafting) {
        Claim claim = ledger.claim(key, digest);
        if (claim instanceof Claim.Granted granted) {
            return work(granted, drafting);
        }
        if (claim instanceof Claim.Finished finished) {
            return firstOutcome(finished.entry());
        }
        throw claim instanceof Claim.OtherContent ? reused() : inProgress();
    }

    private Placement firstOutcome(LedgerEntry entry) {
        if (entry.state() == LedgerEntry.State.REFUSED) {
            throw new ServiceFault(entry.violations());
        }
        Order order = orders.get(entry.orderId(), MaxAge.LIVE).value();
        return new Placement(entry.state() == LedgerEntry.State.HELD, true, order);
    }

    private Placement work(Claim.Granted claim, Drafting drafting) {
        Optional<Order> earlier = orderOfAnEarlierWorker(claim);
        if (earlier.isPresent()) {
            return placed(claim, drafting, earlier.get(), true);
        }
        OrderDraft draft = draft(claim, drafting);
        if (!ledger.submitting(claim)) {
            throw inProgress();
        }
        return placed(claim, drafting, submit(claim, drafting, draft), false);
    }

    /** Before anything is sent again, the ERP is asked whether it has the order. */
    private Optional<Order> orderOfAnEarlierWorker(Claim.Granted claim) {
        if (!claim.entry().state().isDoubtful()) {
            return Optional.empty();
        }
        try {
            return orders.findByReference(reference(claim));
        } catch (RuntimeException stillInDoubt) {
            release(claim, true, stillInDoubt);
            throw stillInDoubt instanceof ServiceFault fault ? fault : unknown(stillInDoubt);
        }
    }

    private OrderDraft draft(Claim.Granted claim, Drafting drafting) {
        try {
            erp.require(Operation.CREATE_ORDER);
            return drafting.draft();
        } catch (ServiceFault fault) {
            notPlaced(claim, drafting, fault);
            throw fault;
        } catch (RuntimeException defect) {
            release(claim, false, defect);
            throw defect;
        }
    }

    private Order submit(Claim.Granted claim, Drafting drafting, OrderDraft draft) {
        try {
            return orders.create(reference(claim), draft, drafting::recheck);
        } catch (ServiceFault fault) {
            if (isCertain(fault)) {
                notPlaced(claim, drafting, fault);
                throw fault;
            }
            release(claim, true, fault);
            throw unknown(fault);
        } catch (RuntimeException lostAnswer) {
            release(claim, true, lostAnswer);
            throw unknown(lostAnswer);
        }
    }

    /** The order is in the ERP: even when the ledger cannot be told, that is the answer; the ERP is asked next time. */
    private Placement placed(Claim.Granted claim, Drafting drafting, Order order, boolean earlier) {
        try {
            drafting.placed(order.id());
            ledger.placed(claim, order.id(), order.isHeld());
        } catch (RuntimeException ledgerBroken) {
            LOG.log(Level.WARNING, "order placed, but its outcome could not be written down", ledgerBroken);
        }
        return new Placement(order.isHeld(), earlier, order);
    }

    /** Nothing was written to the ERP. A lasting refusal is the outcome; anything else may be tried again. */
    private void notPlaced(Claim.Granted claim, Drafting drafting, ServiceFault fault) {
        giveBack(drafting, fault);
        if (isLasting(fault)) {
            refuse(claim, fault);
        } else {
            release(claim, false, fault);
        }
    }

    private void giveBack(Drafting drafting, ServiceFault fault) {
        try {
            drafting.notPlaced();
        } catch (RuntimeException storeBroken) {
            fault.addSuppressed(storeBroken);
        }
    }

    private void refuse(Claim.Granted claim, ServiceFault fault) {
        try {
            ledger.refused(claim, fault.violations());
        } catch (RuntimeException ledgerBroken) {
            fault.addSuppressed(ledgerBroken);
        }
    }

    private void release(Claim.Granted claim, boolean doubtful, RuntimeException reason) {
        try {
            ledger.release(claim, doubtful);
        } catch (RuntimeException ledgerBroken) {
            reason.addSuppressed(ledgerBroken);
        }
    }

    private static boolean isCertain(ServiceFault fault) {
        return fault.violations().stream()
                .noneMatch(violation -> violation.code().retryable() == Retryable.UNCERTAIN);
    }

    private static boolean isLasting(ServiceFault fault) {
        return fault.violations().stream()
                .map(Violation::code)
                .allMatch(code -> code.retryable() == Retryable.NO && LASTING.contains(code.category()));
    }

    private static String reference(Claim.Granted claim) {
        return claim.entry().key().reference();
    }

    private static ServiceFault reused() {
        return new ServiceFault(ErrorCode.REQUEST_ID_REUSED
                .at("requestId")
                .withRemedy(Remedy.of("Give each new order a new request id.")));
    }

    private static ServiceFault inProgress() {
        return new ServiceFault(ErrorCode.REQUEST_IN_PROGRESS
                .at("requestId")
                .withRemedy(Remedy.of("Send the same request again in a moment.")));
    }

    private static ServiceFault unknown(RuntimeException cause) {
        Remedy remedy = Remedy.of("Send the same request with the same request id again.");
        return new ServiceFault(ErrorCode.OUTCOME_UNKNOWN.at("").withRemedy(remedy), cause);
    }
}
