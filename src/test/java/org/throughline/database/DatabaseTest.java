package org.throughline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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

    private static void checkSchemas(TestDatabase database) {
        assertThat(database.dialect().nextValue(database.erp(), "order_number")).isEqualTo(100000);
        assertThat(database.dialect().nextValue(database.erp(), "order_number")).isEqualTo(100001);
        assertThat(database.erp()
                        .sql("select count(*) from account")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(Dialect.of(database.storeDataSource())).isEqualTo(database.dialect());
    }
}
