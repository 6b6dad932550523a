package org.throughline.store;

import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.throughline.account.AccountRequests;
import org.throughline.account.AccountRequestsContract;
import org.throughline.database.TestDatabase;

class PostgresAccountRequestsIT extends AccountRequestsContract {

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
    protected AccountRequests requests() {
        return new JdbcAccountRequests(database.store(), Clock.systemUTC());
    }
}
