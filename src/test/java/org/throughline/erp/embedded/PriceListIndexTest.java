package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.throughline.database.TestDatabase;
import org.throughline.pricing.PriceListsContract;
import org.throughline.pricing.PriceTerms;
import org.throughline.shared.AccountId;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** A page of a price list is served by indexes, and a page deep in it costs what the first one costs. */
class PriceListIndexTest {

    private static final int PAGE = 20;
    private static final List<String> LARGE = List.of("ITEM", "LIST_PRICE", "AGREEMENT", "ACCOUNT");

    private static TestDatabase database;
    private static SingleConnectionDataSource connection;
    private static JdbcClient jdbc;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestDatabase.derby();
        PricingRows.insertInto(database);
        connection = new SingleConnectionDataSource(database.erpDataSource().getConnection(), true);
        jdbc = JdbcClient.create(connection);
        for (String table : LARGE) {
            jdbc.sql("call syscs_util.syscs_update_statistics('ERP', ?, null)")
                    .param(table)
                    .update();
        }
        jdbc.sql("call syscs_util.syscs_set_runtimestatistics(1)").update();
    }

    @AfterAll
    static void close() {
        connection.destroy();
        database.close();
    }

    @Test
    void everyPageOfAPriceListCostsTheSame() {
        EmbeddedPriceLists lists =
                new EmbeddedPriceLists(jdbc, new EmbeddedErp(PriceListsContract.DATASET), Clock.systemUTC());
        PriceTerms terms = lists.termsOf(new AccountId(PriceListsContract.DATASET, "A-OWN"), MaxAge.ANY)
                .value();
        String deep = cursorAfter(800, lists, terms);
        Plans first = Plans.of(jdbc, () -> page(lists, terms, PageRequest.first(PAGE)));
        Plans later = Plans.of(jdbc, () -> page(lists, terms, new PageRequest(PAGE, Optional.of(deep))));
        assertThat(first.tableScans()).doesNotContainAnyElementsOf(LARGE);
        assertThat(later.tableScans()).doesNotContainAnyElementsOf(LARGE);
        assertThat(later.rowsVisited()).isLessThan(PAGE * 10).isLessThanOrEqualTo(first.rowsVisited() + PAGE);
    }

    @Test
    void theTermsOfSomeItemsCostTheSameHoweverManyAgreementsTheAccountHas() {
        EmbeddedPriceLists lists =
                new EmbeddedPriceLists(jdbc, new EmbeddedErp(PriceListsContract.DATASET), Clock.systemUTC());
        PriceTerms terms = lists.termsOf(new AccountId(PriceListsContract.DATASET, "A-OWN"), MaxAge.ANY)
                .value();
        Set<ItemId> items =
                new LinkedHashSet<>(page(lists, terms, PageRequest.first(100)).entries());
        Plans few = Plans.of(jdbc, () -> lists.of(terms, items, MaxAge.ANY));
        jdbc.sql("insert into agreement (id, account_id, item_id, min_quantity, discount_chain, valid_from)"
                        + " select 'MANY-' || i.id || '-' || w.id, 'A-OWN', i.id, 1, '5', date('2025-01-01')"
                        + " from item i, item w where i.id > 'F0500' and w.id between 'F0001' and 'F0020'")
                .update();
        int agreements =
                jdbc.sql("select count(*) from agreement").query(Integer.class).single();
        Plans many = Plans.of(jdbc, () -> lists.of(terms, items, MaxAge.ANY));
        assertThat(agreements).isGreaterThan(1_000);
        assertThat(many.tableScans()).doesNotContainAnyElementsOf(LARGE);
        assertThat(many.rowsVisited()).isEqualTo(few.rowsVisited());
    }

    private static String cursorAfter(int items, EmbeddedPriceLists lists, PriceTerms terms) {
        Optional<String> cursor = Optional.empty();
        for (int read = 0; read < items; read += 100) {
            cursor = page(lists, terms, new PageRequest(100, cursor)).nextCursor();
        }
        return cursor.orElseThrow();
    }

    private static Page<ItemId> page(EmbeddedPriceLists lists, PriceTerms terms, PageRequest page) {
        return lists.itemsOf(terms, LocalDate.of(2026, 11, 15), null, page, MaxAge.ANY)
                .value();
    }
}
