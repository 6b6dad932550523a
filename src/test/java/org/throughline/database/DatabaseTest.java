package org.throughline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

class DatabaseTest {

    @Test
    void derbyHasBothSchemasAndNumbers() {
        try (TestDatabase database = TestDatabase.derby()) {
            checkSchemas(database);
        }
    }

    @Test
    void postgresHasBothSchemasAndNumbers() {
        try (TestDatabase database = TestDatabase.postgres()) {
            checkSchemas(database);
        }
    }

    /** See DatabaseConnections for what it costs when they do not. */
    @Test
    void cursorsCloseAtCommit() throws SQLException {
        try (TestDatabase database = TestDatabase.derby();
                Connection connection = database.erpDataSource().getConnection()) {
            assertThat(connection.getHoldability()).isEqualTo(ResultSet.CLOSE_CURSORS_AT_COMMIT);
        }
    }

    @Test
    void aCursorGivesBackItsKey() {
        String cursor = KeysetCursor.encode("orders of A", List.of("2026-01-31", "SO-1"));
        assertThat(KeysetCursor.decode(new PageRequest(10, Optional.of(cursor)), "orders of A", 2))
                .contains(List.of("2026-01-31", "SO-1"));
    }

    @Test
    void aCursorOfAnotherQueryOrADamagedOneIsRefused() {
        String cursor = KeysetCursor.encode("orders of A", List.of("x"));
        for (String wrong : List.of(cursor, "!", "AAAA", cursor + "A")) {
            assertThatThrownBy(() -> KeysetCursor.decode(new PageRequest(10, Optional.of(wrong)), "orders of B", 1))
                    .isInstanceOf(ServiceFault.class);
        }
    }

    /** All at once, with nothing compiled yet, in transactions that stay open until everybody has a number. */
    @Test
    void manyTransactionsTakeTheirFirstNumbersAtTheSameTime() throws Exception {
        int takers = 8;
        ExecutorService threads = Executors.newFixedThreadPool(takers);
        try (TestDatabase database = TestDatabase.derby()) {
            CyclicBarrier everybody = new CyclicBarrier(takers);
            List<Callable<Long>> taking =
                    Collections.nCopies(takers, () -> database.erpTransactions().execute(open -> {
                        await(everybody);
                        long number = database.numbers().next("return_number");
                        await(everybody);
                        return number;
                    }));
            Set<Long> numbers = new TreeSet<>();
            for (Future<Long> taken : threads.invokeAll(taking, 30, TimeUnit.SECONDS)) {
                numbers.add(taken.get());
            }
            assertThat(numbers).hasSize(takers);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(25, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void checkSchemas(TestDatabase database) {
        assertThat(database.numbers().next("order_number")).isEqualTo(100000);
        assertThat(database.numbers().next("order_number")).isEqualTo(100001);
        assertThat(database.erp()
                        .sql("select count(*) from account")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(Dialect.of(database.storeDataSource())).isEqualTo(database.dialect());
    }
}
