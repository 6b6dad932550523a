package org.throughline.erp.embedded;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.throughline.database.TestDatabase;
import org.throughline.order.ChangesContract;
import org.throughline.order.OrderWorld;

class PostgresChangesIT extends ChangesContract {

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
    protected OrderWorld world() {
        return world;
    }
}
