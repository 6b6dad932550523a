package org.throughline.erp.embedded;

import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.throughline.database.TestDatabase;
import org.throughline.stock.Items;
import org.throughline.stock.ItemsContract;

class DerbyItemsTest extends ItemsContract {

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.derby();
        StockRows.insertInto(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected Items items() {
        return new EmbeddedItems(database.erp(), Clock.systemUTC());
    }
}
