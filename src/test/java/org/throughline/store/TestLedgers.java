package org.throughline.store;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.order.Ledger;

/** The ledger of the store for tests of other packages. */
public final class TestLedgers {

    private TestLedgers() {}

    /** One of any number on the same store, as each node has its own. */
    public static Ledger of(JdbcClient store, Clock clock) {
        return new JdbcLedger(store, clock, Duration.ofSeconds(60));
    }
}
