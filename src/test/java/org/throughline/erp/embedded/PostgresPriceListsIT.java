package org.throughline.erp.embedded;

import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.throughline.database.TestDatabase;
import org.throughline.pricing.PriceLists;
import org.throughline.pricing.PriceListsContract;

class PostgresPriceListsIT extends PriceListsContract {

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.postgres();
        PricingRows.insertInto(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected PriceLists priceLists() {
        return new EmbeddedPriceLists(database.erp(), new EmbeddedErp(DATASET), Clock.systemUTC());
    }
}
