package org.throughline.erp.tryton;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.throughline.erp.tryton.Sale.State;
import org.throughline.erp.tryton.TrytonError.Kind;
import org.throughline.order.CreditPolicy;
import org.throughline.order.Hold;
import org.throughline.order.HoldReason;
import org.throughline.order.OrderDraft;
import org.throughline.shared.ErrorCategory;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/**
 * Makes sales of orders. Tryton makes a whole sale in one transaction, but only as a draft; quoting and confirming it are
 * transactions of their own. Until the last of them the sale counts for nothing (see {@link Sale}): what was broken off before is
 * removed by whoever comes next with the same reference, and made anew. Tryton lets a reference be used by one sale only.
 */
final class SalePlacement {

    private static final int ATTEMPTS = 20;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int PATIENCE = 20;
    private static final String BUTTON = "model.sale.sale.";

    private final TrytonClient tryton;
    private final NewSales newSales;
    private final SaleNotes notes;
    private final SaleTraffic traffic = new SaleTraffic();

    SalePlacement(TrytonClient tryton, NewSales newSales) {
        this.tryton = tryton;
        this.newSales = newSales;
        this.notes = new SaleNotes(tryton);
    }

    /**
     * As {@link org.throughline.order.Orders#create}.
     *
     * @return id of the sale
     */
    long place(String reference, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        return traffic.of(reference, () -> {
            Optional<Sale> known = find(reference);
            if (known.filter(Sale::isOrder).isPresent()) {
                return known.get().id();
            }
            OrderDraft decided = recheck.apply(draft);
            if (known.isPresent() && !isRemoved(known.get().id())) {
                return find(reference).filter(Sale::isOrder).map(Sale::id).orElseThrow(() -> doubtful(null));
            }
            Map<String, Object> values = newSales.values(reference, decided);
            boolean limited = newSales.hasCreditLimit(decided);
            long sale = create(reference, values);
            return fromNowOn(() -> drive(sale, decided, limited, recheck));
        });
    }

    private Optional<Sale> find(String reference) {
        return sales("web_id", reference);
    }

    private Optional<Sale> sales(String field, Object value) {
        TrytonQuery query = new TrytonQuery(Sale.MODEL, Sale.STATE, List.of(), 0, null, List.of(), Map.of());
        return tryton.searchRead(query.where(field, "=", value)).stream()
                .map(Sale::new)
                .findFirst();
    }

    private Sale read(long sale) {
        return sales("id", sale).orElseThrow(() -> doubtful(null));
    }

    /** A sale of the same reference may have been made in this moment, by a call that was given up. */
    private long create(String reference, Map<String, Object> values) {
        try {
            return traffic.beside(() -> tryton.create(Sale.MODEL, List.of(values), Map.of()))
                    .get(0);
        } catch (ServiceFault fault) {
            if (TrytonError.is(fault, Kind.REFUSED) && find(reference).isPresent()) {
                throw doubtful(fault);
            }
            throw fault;
        }
    }

    private long drive(long sale, OrderDraft draft, boolean limited, UnaryOperator<OrderDraft> recheck) {
        if (draft.isHeld()) {
            notes.held(sale, draft.holds());
        }
        quote(sale);
        if (!draft.isHeld()) {
            confirm(sale, draft, limited, recheck);
        }
        if (!read(sale).isOrder()) {
            throw doubtful(null);
        }
        return sale;
    }

    private void quote(long sale) {
        try {
            press("quote", sale, false);
        } catch (ServiceFault fault) {
            throw saysNo(fault) ? withdrawn(sale, fault) : fault;
        }
    }

    /**
     * Which rule of Tryton says no to a confirmation, it tells in words only; so it is decided on anew. An order that may wait
     * for credit waits for a person as well.
     */
    private void confirm(long sale, OrderDraft draft, boolean limited, UnaryOperator<OrderDraft> recheck) {
        try {
            press("confirm", sale, limited);
            awaitProcessing(sale);
        } catch (ServiceFault fault) {
            if (!saysNo(fault)) {
                throw fault;
            }
            OrderDraft again = recheckOf(sale, draft, recheck);
            if (again.isHeld()) {
                hold(sale, again, again.holds());
            } else if (draft.onCreditShortage() == CreditPolicy.HOLD) {
                hold(sale, again, List.of(new Hold(HoldReason.MANUAL, "Tryton did not let the sale be confirmed.")));
            } else {
                throw withdrawn(sale, fault);
            }
        }
    }

    private OrderDraft recheckOf(long sale, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        try {
            return recheck.apply(draft);
        } catch (ServiceFault refusal) {
            throw withdrawn(sale, refusal);
        }
    }

    /** It is an order as soon as it has its date. */
    private void hold(long sale, OrderDraft draft, List<Hold> holds) {
        notes.held(sale, holds);
        tryton.write(
                Sale.MODEL, List.of(sale), Map.of("sale_date", draft.content().orderDate()), Map.of());
    }

    private static boolean saysNo(ServiceFault fault) {
        return TrytonError.is(fault, Kind.REFUSED) || TrytonError.is(fault, Kind.WARNED);
    }

    /**
     * Presses a button. What Tryton could not do for a lock of others it has not done; it is tried again.
     *
     * @param alone whether Tryton locks the tables for it
     */
    private void press(String button, long sale, boolean alone) {
        for (int attempt = 1; ; attempt++) {
            try {
                if (alone) {
                    traffic.alone(() -> call(button, sale));
                } else {
                    traffic.beside(() -> call(button, sale));
                }
                return;
            } catch (ServiceFault fault) {
                if (!TrytonError.is(fault, Kind.FAILED) || attempt == ATTEMPTS) {
                    throw fault;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS, 2 * PAUSE_NANOS));
            }
        }
    }

    private Void call(String button, long sale) {
        tryton.call(BUTTON + button, List.of(List.of(sale)));
        return null;
    }

    /** Tryton processes a sale after it has confirmed it, at once or in the background; when that fails, it does not say so. */
    private void awaitProcessing(long sale) {
        for (int i = 0; i < PATIENCE && read(sale).state() == State.CONFIRMED; i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The fault, when nothing is left of the sale. */
    private ServiceFault withdrawn(long sale, ServiceFault fault) {
        return isRemoved(sale) ? fault : doubtful(fault);
    }

    /** A sale that was confirmed in the meantime is not removed. */
    private boolean isRemoved(long sale) {
        try {
            press("delete", sale, false);
            return true;
        } catch (ServiceFault fault) {
            if (TrytonError.is(fault, Kind.REFUSED)) {
                return sales("id", sale).isEmpty();
            }
            throw doubtful(fault);
        }
    }

    /** Once there is a sale, whatever cannot be reached leaves open what becomes of it. */
    private static long fromNowOn(LongSupplier work) {
        try {
            return work.getAsLong();
        } catch (ServiceFault fault) {
            throw fault.code().category() == ErrorCategory.UNAVAILABLE ? doubtful(fault) : fault;
        }
    }

    private static ServiceFault doubtful(ServiceFault cause) {
        return cause != null && cause.code() == ErrorCode.OUTCOME_UNKNOWN
                ? cause
                : new ServiceFault(ErrorCode.OUTCOME_UNKNOWN.at(""), cause);
    }
}
