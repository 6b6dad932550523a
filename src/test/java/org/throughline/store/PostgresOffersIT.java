package org.throughline.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.throughline.database.TestDatabase;
import org.throughline.order.Offers;
import org.throughline.order.OffersContract;

class PostgresOffersIT extends OffersContract {

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
    protected Offers offers() {
        return new JdbcOffers(database.store(), clock);
    }

    @Test
    void offersAreFoundPageByPageTheNewestFirst() {
        checkPages();
    }
}
