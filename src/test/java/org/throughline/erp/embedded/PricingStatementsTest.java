package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.TestDatabase;
import org.throughline.erp.cache.PriceCache;
import org.throughline.pricing.AgreementPolicy;
import org.throughline.pricing.Buyer;
import org.throughline.pricing.PriceLine;
import org.throughline.pricing.PriceListsContract;
import org.throughline.pricing.PriceRequest;
import org.throughline.pricing.PricedDocument;
import org.throughline.pricing.Prices;
import org.throughline.pricing.PricingEngine;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.Source;
import org.throughline.tax.RoundingLevel;

/** How many statements prices cost: none when they are remembered, else a few for each 500 items. */
class PricingStatementsTest {

    /** Two for the account, two for its orders as a whole, one for the tax rules. */
    private static final int ONCE = 5;
    /** Items, units, list prices, agreements, promotions, bundles. */
    private static final int FOR_EACH_BATCH = 6;

    private static TestDatabase database;

    private final CountedStatements statements = new CountedStatements();
    private final PriceCache cache = new PriceCache(Duration.ofMinutes(5), 10_000, Clock.systemUTC());

    @BeforeAll
    static void open() {
        database = TestDatabase.derby();
        PricingRows.insertInto(database);
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @AfterEach
    void closeCache() {
        cache.close();
    }

    @Test
    void fiveLinesThatWerePricedBeforeTakeNoStatement() {
        Prices prices = prices();
        prices.calculate(basket(5), MaxAge.ANY);
        assertThat(statements.take()).isEqualTo(ONCE + FOR_EACH_BATCH);
        Answer<PricedDocument> again = prices.calculate(basket(5), MaxAge.ANY);
        assertThat(statements.take()).isZero();
        assertThat(again.freshness().source()).isEqualTo(Source.CACHED);
    }

    @Test
    void tenThousandLinesTakeAFewStatementsForEachFiveHundredItems() {
        PricedDocument document =
                prices().calculate(basket(10_000), MaxAge.LIVE).value();
        assertThat(document.lines()).hasSize(10_000);
        int batches = (PriceListsContract.FILLERS + 499) / 500;
        assertThat(statements.take()).isEqualTo(ONCE + batches * FOR_EACH_BATCH);
    }

    private Prices prices() {
        JdbcClient jdbc = statements.client(database.erpDataSource());
        EmbeddedErp erp = new EmbeddedErp(PriceListsContract.DATASET);
        Clock clock = Clock.systemUTC();
        return new PricingEngine(
                cache.remembering(new EmbeddedPriceLists(jdbc, erp, clock)),
                cache.remembering(new EmbeddedTaxRules(jdbc, clock)),
                (from, to, on, maxAge) -> Answer.live(Optional.empty(), Instant.EPOCH),
                AgreementPolicy.FIRST,
                RoundingLevel.DOCUMENT,
                false);
    }

    /** A delivery to where the sample tax rules hold. */
    private static PriceRequest basket(int lines) {
        return new PriceRequest(
                new Buyer.Customer(new CustomerRef.ByAccount(new AccountId(PriceListsContract.DATASET, "A-OWN"))),
                LocalDate.of(2026, 11, 15),
                null,
                new PostalAddress(null, null, null, null, null, null, "US"),
                IntStream.range(0, lines)
                        .mapToObj(i -> new PriceLine(
                                null, PriceListsContract.filler(i % PriceListsContract.FILLERS), BigDecimal.ONE, null))
                        .toList());
    }
}
