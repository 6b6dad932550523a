package org.throughline.erp.embedded;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.throughline.database.TestDatabase;
import org.throughline.order.OrderWorld;
import org.throughline.order.ReservingOrdersContract;

class DerbyOrdersTest extends ReservingOrdersContract {

    private static EmbeddedOrderWorld world;

    @BeforeAll
    static void open() {
        world = new EmbeddedOrderWorld(TestDatabase.derby());
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
