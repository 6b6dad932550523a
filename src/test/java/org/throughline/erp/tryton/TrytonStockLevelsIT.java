package org.throughline.erp.tryton;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.throughline.stock.StockLevels;
import org.throughline.stock.StockLevelsContract;

@Tag("tryton")
class TrytonStockLevelsIT extends StockLevelsContract {

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
    protected StockLevels stockLevels() {
        return world.stockLevels();
    }
}
