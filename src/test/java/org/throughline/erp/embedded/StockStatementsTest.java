package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final CountedStatements statements = new CountedStatements();

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
        assertThat(statements.take()).isEqualTo(6);
    }

    @Test
    void aPageOfItemsTakesFourStatements() {
        stock().findItems(ItemFilter.ALL, PageRequest.first(500), MaxAge.LIVE);
        assertThat(statements.take()).isEqualTo(4);
    }

    private StockService stock() {
        JdbcClient jdbc = statements.client(database.erpDataSource());
        Clock clock = Clock.systemUTC();
        return new StockService(
                new EmbeddedErp("main"), new EmbeddedItems(jdbc, clock), new EmbeddedStockLevels(jdbc, clock), clock);
    }
}
