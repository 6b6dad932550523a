package org.throughline.erp.embedded;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.throughline.account.Accounts;
import org.throughline.account.AccountsContract;
import org.throughline.database.TestDatabase;

class PostgresAccountsIT extends AccountsContract {

    private static EmbeddedAccountWorld world;

    @BeforeAll
    static void open() {
        world = new EmbeddedAccountWorld(TestDatabase.postgres());
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Override
    protected Accounts accounts() {
        return world.accounts();
    }

    @Override
    protected void pass(Duration time) {
        world.clock().advance(time);
    }

    @Override
    protected Instant now() {
        return world.clock().instant();
    }
}
