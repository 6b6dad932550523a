package org.throughline.erp.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.throughline.pricing.Buyer;
import org.throughline.pricing.ItemProfile;
import org.throughline.pricing.ItemTerms;
import org.throughline.pricing.OrderTerms;
import org.throughline.pricing.PriceLists;
import org.throughline.pricing.PriceTerms;
import org.throughline.pricing.PriceUnit;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Freshness;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Source;
import org.throughline.tax.TaxClass;
import org.throughline.tax.TaxParty;
import org.throughline.tax.TaxRules;
import org.throughline.tax.TaxTable;

class PriceCacheTest {

    private static final Instant START = Instant.parse("2026-11-15T10:00:00Z");
    private static final AccountId ACCOUNT = new AccountId("main", "A1");

    private final TickingClock clock = new TickingClock();
    private final PriceCache cache = new PriceCache(Duration.ofMinutes(5), 1_000, clock);
    private final List<String> reads = new ArrayList<>();
    private final PriceLists lists = cache.remembering(new Lists());

    @AfterEach
    void close() {
        cache.close();
    }

    @Test
    void whatWasReadOnceIsNotReadAgain() {
        price("BOLT", "NUT");
        reads.clear();
        clock.tick(60);
        Answer<Map<ItemId, ItemTerms>> again = price("NUT", "BOLT");
        assertThat(reads).isEmpty();
        assertThat(again.value()).containsOnlyKeys(new ItemId("BOLT"), new ItemId("NUT"));
        assertThat(again.freshness()).isEqualTo(new Freshness(START, Source.CACHED));
    }

    @Test
    void onlyWhatIsMissingIsReadAndTheAnswerIsAsOldAsItsOldestPart() {
        price("BOLT");
        reads.clear();
        clock.tick(60);
        Answer<Map<ItemId, ItemTerms>> more = price("BOLT", "NUT");
        assertThat(reads).containsExactly("items [NUT]");
        assertThat(more.value()).hasSize(2);
        assertThat(more.freshness()).isEqualTo(new Freshness(START, Source.CACHED));
        assertThat(price("NUT").freshness().asOf()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void theFirstReadIsLive() {
        assertThat(price("BOLT").freshness()).isEqualTo(Freshness.live(START));
    }

    @Test
    void aCallerMayAskForAYoungerAnswer() {
        price("BOLT");
        clock.tick(60);
        reads.clear();
        lists.of(terms(), ids("BOLT"), MaxAge.ofSeconds(60));
        assertThat(reads).isEmpty();
        lists.of(terms(), ids("BOLT"), MaxAge.ofSeconds(59));
        assertThat(reads).containsExactly("items [BOLT]");
        reads.clear();
        assertThat(lists.of(terms(), ids("BOLT"), MaxAge.LIVE).freshness().source())
                .isEqualTo(Source.LIVE);
        assertThat(reads).containsExactly("items [BOLT]");
    }

    @Test
    void nothingIsKeptLongerThanItsTime() throws InterruptedException {
        try (PriceCache brief = new PriceCache(Duration.ofMillis(1), 10, clock)) {
            PriceLists briefLists = brief.remembering(new Lists());
            briefLists.termsOf(ACCOUNT, MaxAge.ANY);
            Thread.sleep(20);
            briefLists.termsOf(ACCOUNT, MaxAge.ANY);
            assertThat(reads).containsExactly("terms A1", "terms A1");
        }
    }

    @Test
    void unknownItemsAndFaultsAreNotRemembered() {
        price("UNKNOWN");
        price("UNKNOWN");
        assertThat(reads.stream().filter(read -> read.startsWith("items"))).hasSize(2);
        AccountId unknown = new AccountId("main", "UNKNOWN");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> lists.termsOf(unknown, MaxAge.ANY)).isInstanceOf(ServiceFault.class);
        }
        assertThat(reads.stream().filter("terms UNKNOWN"::equals)).hasSize(2);
    }

    @Test
    void whatAnErpThatIsDownOnceSaidIsNotRemembered() {
        Lists source = new Lists();
        PriceLists whileDown = cache.remembering(source);
        source.freshness = new Freshness(START.minusSeconds(3600), Source.DEGRADED);
        assertThat(whileDown.of(termsOf(ACCOUNT, null), ids("BOLT"), MaxAge.ANY).freshness())
                .isEqualTo(source.freshness);
        source.freshness = null;
        assertThat(whileDown.of(termsOf(ACCOUNT, null), ids("BOLT"), MaxAge.ANY).freshness())
                .isEqualTo(Freshness.live(START));
    }

    @Test
    void buyersWithOtherTermsSeeOtherItems() {
        price("BOLT");
        reads.clear();
        lists.of(termsOf(new AccountId("main", "A2"), null), ids("BOLT"), MaxAge.ANY);
        lists.of(termsOf(ACCOUNT, "TRADE"), ids("BOLT"), MaxAge.ANY);
        assertThat(reads).containsExactly("items [BOLT]", "items [BOLT]");
    }

    @Test
    void aForgottenAccountIsReadAgain() {
        terms();
        cache.forget(ACCOUNT);
        reads.clear();
        terms();
        assertThat(reads).containsExactly("terms A1");
    }

    @Test
    void clearingForgetsAll() {
        TaxRules taxRules = cache.remembering((TaxRules) (countries, maxAge) -> {
            reads.add("rules " + countries);
            return Answer.live(
                    countries.stream().collect(Collectors.toMap(c -> c, c -> TaxTable.EMPTY)), clock.instant());
        });
        price("BOLT");
        taxRules.of(Set.of("GB"), MaxAge.ANY);
        taxRules.of(Set.of("GB"), MaxAge.ANY);
        assertThat(reads).containsExactly("terms A1", "items [BOLT]", "rules [GB]");
        reads.clear();
        cache.clear();
        price("BOLT");
        taxRules.of(Set.of("GB"), MaxAge.ANY);
        assertThat(reads).containsExactly("terms A1", "items [BOLT]", "rules [GB]");
    }

    private Answer<Map<ItemId, ItemTerms>> price(String... items) {
        return lists.of(terms(), ids(items), MaxAge.ANY);
    }

    private PriceTerms terms() {
        return lists.termsOf(ACCOUNT, MaxAge.ANY).value();
    }

    private static Set<ItemId> ids(String... items) {
        return Set.of(items).stream().map(ItemId::new).collect(Collectors.toSet());
    }

    private static PriceTerms termsOf(AccountId account, String priceGroup) {
        return new PriceTerms(
                account,
                true,
                Currency.getInstance("GBP"),
                null,
                priceGroup,
                false,
                new TaxParty("GB", null, false),
                "GB",
                null,
                null,
                null,
                new PostalAddress(null, null, null, null, null, null, "GB"),
                List.of());
    }

    private final class Lists implements PriceLists {

        /** Null for what the clock says. */
        private Freshness freshness;

        @Override
        public Answer<PriceTerms> termsOf(AccountId account, MaxAge maxAge) {
            reads.add("terms " + account.value());
            if (account.value().equals("UNKNOWN")) {
                throw new ServiceFault(ErrorCode.ACCOUNT_NOT_FOUND.at("customer"));
            }
            return Answer.live(PriceCacheTest.termsOf(account, null), clock.instant());
        }

        @Override
        public Answer<PriceTerms> termsOf(Buyer.Prospect prospect, MaxAge maxAge) {
            throw new AssertionError("this test does not expect prospects");
        }

        @Override
        public Answer<Map<ItemId, ItemTerms>> of(PriceTerms buyer, Set<ItemId> ids, MaxAge maxAge) {
            reads.add("items " + new TreeSet<>(ids.stream().map(ItemId::value).toList()));
            return new Answer<>(
                    ids.stream()
                            .filter(id -> !id.value().equals("UNKNOWN"))
                            .collect(Collectors.toMap(id -> id, this::item)),
                    freshness == null ? Freshness.live(clock.instant()) : freshness);
        }

        @Override
        public Answer<OrderTerms> orderTermsOf(PriceTerms buyer, MaxAge maxAge) {
            reads.add("orders of " + buyer.priceGroup());
            return Answer.live(OrderTerms.NONE, clock.instant());
        }

        @Override
        public Answer<Page<ItemId>> itemsOf(
                PriceTerms buyer, LocalDate date, String itemGroup, PageRequest page, MaxAge maxAge) {
            throw new AssertionError("this test does not expect lists of items");
        }

        private ItemTerms item(ItemId id) {
            return new ItemTerms(
                    new ItemProfile(
                            id,
                            "Item",
                            null,
                            null,
                            new TaxClass("STANDARD", false),
                            false,
                            List.of(new PriceUnit("EA", BigDecimal.ONE, 0)),
                            BigDecimal.ZERO),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    private static final class TickingClock extends Clock {

        private Instant now = START;

        private void tick(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new AssertionError("this test does not expect another zone");
        }
    }
}
