package org.throughline.order;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughline.shared.ErrorCategory;
import org.throughline.shared.ServiceFault;

/**
 * Goes on with requests that wait for the ERP, and with those that were left behind by a crash. Has no state: any number of
 * dispatchers may work at the same time, on any number of nodes; the ledger gives each request to one of them.
 */
public final class Dispatcher {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

    /** So many that several dispatchers seldom want the same. */
    private static final int CHOICE = 50;

    private final Ledger ledger;
    private final HandingOver handing;
    private final Map<RequestKind, Procedure<?, ?>> procedures;

    public Dispatcher(HandingOver handing, List<Procedure<?, ?>> procedures) {
        this.ledger = handing.ledger();
        this.handing = handing;
        this.procedures = procedures.stream().collect(Collectors.toMap(Procedure::kind, Function.identity()));
    }

    /**
     * Goes on with one request that is due.
     *
     * @return whether it is worth while to go on with the next one: false when none is due, or when the ERP is not available
     */
    public boolean dispatchOne() {
        List<LedgerEntry> due = new ArrayList<>(ledger.due(CHOICE));
        Collections.shuffle(due);
        for (LedgerEntry entry : due) {
            Optional<Ledger.Resumed> resumed = ledger.resume(entry);
            if (resumed.isPresent()) {
                return goOn(resumed.get(), procedures.get(entry.kind()));
            }
        }
        return false;
    }

    private boolean goOn(Ledger.Resumed resumed, Procedure<?, ?> procedure) {
        RequestKey key = resumed.claim().entry().key();
        try {
            boolean done = handing.resume(resumed, procedure) instanceof Handed.Done;
            LOG.log(done ? Level.INFO : Level.DEBUG, "request {0}: {1}", key.reference(), done ? "done" : "put off");
            return done;
        } catch (ServiceFault fault) {
            LOG.log(Level.INFO, "request {0}: {1}", key.reference(), fault.getMessage());
            return fault.code().category() != ErrorCategory.UNAVAILABLE;
        }
    }
}
