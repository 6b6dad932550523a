package org.throughline.store;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.throughline.database.TestDatabase;
import org.throughline.order.Ledger;
import org.throughline.order.LedgerContract;

class PostgresLedgerIT extends LedgerContract {

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.postgres();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected Ledger ledger() {
        return new JdbcLedger(database.store(), clock, Duration.ofSeconds(60));
    }

    @Override
    protected void allLeasesEnd() {
        database.store()
                .sql("update ledger_entry set due_at = 0 where due_at is not null")
                .update();
    }
}
