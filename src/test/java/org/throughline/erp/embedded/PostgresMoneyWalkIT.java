package org.throughline.erp.embedded;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.throughline.database.TestDatabase;

class PostgresMoneyWalkIT extends MoneyWalkContract {

    private static EmbeddedOrderWorld world;

    @BeforeAll
    static void open() {
        world = new EmbeddedOrderWorld(TestDatabase.postgres());
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Override
    EmbeddedOrderWorld world() {
        return world;
    }

    @Override
    int steps() {
        return 400;
    }
}
