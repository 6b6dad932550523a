package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.throughline.database.TestDatabase;

class StockClaimsTest {

    /** Else both would go on to read the stock of the other warehouse, and wait for each other. */
    @Test
    void whoClaimsAnItemInOneWarehouseKeepsTheOthersFromItInAllWarehouses() throws Exception {
        try (TestDatabase database = TestDatabase.derby()) {
            StockRows.insertInto(database);
            List<StockPlace> places = placesOfOneItem(database);
            CountDownLatch locked = new CountDownLatch(1);
            CountDownLatch finish = new CountDownLatch(1);

            CompletableFuture<Void> first = CompletableFuture.runAsync(() -> lock(database, places.get(0), () -> {
                locked.countDown();
                await(finish);
            }));
            await(locked);
            CompletableFuture<Void> second = CompletableFuture.runAsync(() -> lock(database, places.get(1), () -> {}));

            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(second).isNotDone();
            finish.countDown();
            first.get(10, TimeUnit.SECONDS);
            second.get(10, TimeUnit.SECONDS);
        }
    }

    private static List<StockPlace> placesOfOneItem(TestDatabase database) {
        List<StockPlace> places = database.erp()
                .sql("""
                        select item_id, warehouse_id from stock_level where item_id in (
                            select l.item_id from stock_level l join item i on i.id = l.item_id
                            where i.stocked = true group by l.item_id having count(*) > 1)
                        order by item_id, warehouse_id""")
                .query((row, number) -> new StockPlace(row.getString(1), row.getString(2)))
                .list();
        assertThat(places).hasSizeGreaterThan(1);
        return places;
    }

    private static void lock(TestDatabase database, StockPlace place, Runnable whileLocked) {
        StockClaims claims = new StockClaims(database.erp(), database.erpDataSource());
        database.erpTransactions().executeWithoutResult(status -> {
            claims.lock(List.of(place));
            whileLocked.run();
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
