package org.throughline.erp.embedded;

import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.throughline.database.TestDatabase;
import org.throughline.stock.StockLevels;
import org.throughline.stock.StockLevelsContract;

class DerbyStockLevelsTest extends StockLevelsContract {

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
    protected StockLevels stockLevels() {
        return new EmbeddedStockLevels(database.erp(), Clock.systemUTC());
    }
}
