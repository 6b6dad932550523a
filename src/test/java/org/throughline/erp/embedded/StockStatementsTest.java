package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.throughline.database.TestDatabase;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PageRequest;
import org.throughline.stock.AvailabilityRequest;
import org.throughline.stock.ItemFilter;
import org.throughline.stock.ItemsContract;
import org.throughline.stock.StockService;

/** How many statements a question costs: a handful, however many items it is about. */
class StockStatementsTest {

    private static TestDatabase database;

    private final AtomicInteger statements = new AtomicInteger();

    @BeforeAll
    static void open() {
        database = TestDatabase.derby();
        StockRows.insertInto(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void availabilityOfManyItemsTakesSixStatements() {
        List<AvailabilityRequest.Line> lines = Stream.generate(() -> ItemsContract.ITEMS)
                .flatMap(List::stream)
                .limit(20)
                .map(item -> new AvailabilityRequest.Line(
                        item.id(), BigDecimal.ONE, Optional.empty(), Optional.empty(), Optional.empty(), true))
                .toList();
        stock().checkAvailability(new AvailabilityRequest(lines), MaxAge.LIVE);
        assertThat(statements).hasValue(6);
    }

    @Test
    void aPageOfItemsTakesFourStatements() {
        stock().findItems(ItemFilter.ALL, PageRequest.first(500), MaxAge.LIVE);
        assertThat(statements).hasValue(4);
    }

    private StockService stock() {
        JdbcClient jdbc = JdbcClient.create(counting(database.erpDataSource()));
        Clock clock = Clock.systemUTC();
        return new StockService(
                new EmbeddedErp("main"), new EmbeddedItems(jdbc, clock), new EmbeddedStockLevels(jdbc, clock), clock);
    }

    private DataSource counting(DataSource dataSource) {
        return new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws java.sql.SQLException {
                return counting(super.getConnection());
            }
        };
    }

    private Connection counting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("createStatement")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
