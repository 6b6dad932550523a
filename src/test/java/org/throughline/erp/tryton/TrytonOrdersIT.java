package org.throughline.erp.tryton;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.throughline.order.OrderWorld;
import org.throughline.order.OrdersContract;

@Tag("tryton")
class TrytonOrdersIT extends OrdersContract {

    private static TrytonOrderWorld world;

    @BeforeAll
    static void open() {
        world = new TrytonOrderWorld(TrytonServer.shared());
    }

    @AfterAll
    static void close() {
        if (world != null) {
            world.close();
        }
    }

    @Override
    protected OrderWorld world() {
        return world;
    }
}
