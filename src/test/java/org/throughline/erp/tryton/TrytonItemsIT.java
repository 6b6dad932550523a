package org.throughline.erp.tryton;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.throughline.stock.ItemsContract;
import org.throughline.stock.ItemsWorld;

@Tag("tryton")
class TrytonItemsIT extends ItemsContract {

    private static TrytonStockWorld world;

    @BeforeAll
    static void open() {
        world = new TrytonStockWorld();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Override
    protected ItemsWorld world() {
        return world;
    }
}
