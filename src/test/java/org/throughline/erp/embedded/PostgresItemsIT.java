package org.throughline.erp.embedded;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.throughline.database.TestDatabase;

class PostgresItemsIT extends EmbeddedItemsContract {

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.postgres();
        StockRows.insertInto(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected TestDatabase database() {
        return database;
    }
}
