package org.throughline.order;

class InMemoryLedgerTest extends LedgerContract {

    private final Ledger ledger = new InMemoryLedger(clock);

    @Override
    protected Ledger ledger() {
        return ledger;
    }
}
