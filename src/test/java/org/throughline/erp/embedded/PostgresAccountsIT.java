package org.throughline.erp.embedded;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.throughline.account.AccountsWorld;
import org.throughline.database.TestDatabase;

class PostgresAccountsIT extends EmbeddedAccountsContract {

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
    protected AccountsWorld world() {
        return world;
    }
}
