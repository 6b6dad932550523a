package org.throughline.order;

import java.time.Duration;

class InMemoryLedgerTest extends LedgerContract {

    private final Ledger ledger = new InMemoryLedger(clock);

    @Override
    protected Ledger ledger() {
        return ledger;
    }

    @Override
    protected void allLeasesEnd() {
        clock.advance(Duration.ofHours(1));
    }

    /** There is only one clock here. */
    @Override
    protected Duration nodesAreAhead() {
        return Duration.ZERO;
    }
}
