package org.throughline.store;

import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.throughline.account.Links;
import org.throughline.account.LinksContract;
import org.throughline.database.TestDatabase;

class PostgresLinksIT extends LinksContract {

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
    protected Links links() {
        return new JdbcLinks(database.store(), database.storeTransactions(), Clock.systemUTC());
    }
}
