package org.throughline.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.throughline.pricing.PriceSource.ACCOUNT_ITEM;
import static org.throughline.pricing.PriceSource.GENERAL_LIST;
import static org.throughline.pricing.Samples.DAY;
import static org.throughline.pricing.Samples.EUR;
import static org.throughline.pricing.Samples.GBP;
import static org.throughline.pricing.Samples.item;
import static org.throughline.pricing.Samples.number;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Freshness;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Source;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.RoundingLevel;
import org.throughline.tax.TaxParty;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxTable;

class PricingEngineTest {

    private static final AccountId ACCOUNT = new AccountId("main", "A1");
    private static final PostalAddress BRISTOL = new PostalAddress(null, null, null, "Bristol", null, "BS1 1AA", "GB");
    private static final Instant EARLIER = Instant.parse("2026-11-15T08:00:00Z");
    private static final Instant YESTERDAY = EARLIER.minusSeconds(86_400);
    private static final Instant NOW = Instant.parse("2026-11-15T10:00:00Z");

    private final Map<ItemId, ItemTerms> items = List.of(
                    item("BOLT").price(GENERAL_LIST, "9.99 GBP/EA").price(GENERAL_LIST, "9.49 GBP/EA from 10"),
                    item("NUT").price(GENERAL_LIST, "0.0325 GBP/EA per 1"),
                    item("BOOK").price(GENERAL_LIST, "12.5 GBP/EA").taxClass("ZERO"),
                    item("OIL").price(GENERAL_LIST, "4.2 GBP/EA").decimals(2),
                    item("DRILL").price(GENERAL_LIST, "80 EUR/EA").discount(ACCOUNT_ITEM, "10;5"),
                    item("OLD").price(GENERAL_LIST, "1 GBP/EA").blocked(),
                    item("BULK").price(GENERAL_LIST, "1 GBP/EA from 100"),
                    item("FRANC").price(GENERAL_LIST, "1 CHF/EA"),
                    item("ODD").price(GENERAL_LIST, "1 GBP/EA").taxClass("UNHEARD_OF"))
            .stream()
            .map(Samples.ItemBuilder::build)
            .collect(Collectors.toMap(ItemTerms::item, each -> each));

    private boolean pricesIncludeTax;

    @Test
    void aBasketIsPricedTaxedAndAddedUp() {
        PricedDocument document = price(line("BOLT", "10", null), line("BOLT", "1", "BOX12"), line("BOOK", "2", null));
        assertThat(document.currency()).isEqualTo(GBP);
        assertThat(document.lines())
                .extracting(PricedLine::net)
                .containsExactly(number("94.90"), number("113.88"), number("25.00"));
        assertThat(document.lines().get(1).pricedQuantity().value()).isEqualByComparingTo("12");
        assertThat(document.lines().get(2).treatment().category()).isEqualTo(TaxCategory.Z);
        assertThat(document.totals().net()).isEqualByComparingTo("233.78");
        assertThat(document.totals().tax()).isEqualByComparingTo("41.76");
        assertThat(document.totals().gross()).isEqualByComparingTo("275.54");
        assertThat(document.taxes()).hasSize(2);
    }

    @Test
    void aPriceInAnotherCurrencyIsConvertedAtTheRateOfTheDay() {
        PricedLine line = price(line("DRILL", "1", null)).lines().get(0);
        assertThat(line.listPrice()).isEqualByComparingTo("68");
        assertThat(line.unitPrice()).isEqualByComparingTo("58.14");
        assertThat(line.discountPercent()).isEqualByComparingTo("14.5");
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnce() {
        ServiceFault fault = refusal(
                line("NOT-THERE", "1", null),
                line("OLD", "0", "CRATE"),
                line("BOLT", "-1", null),
                line("BOLT", "1.5", null),
                line("OIL", "1.255", null),
                line("BULK", "5", null),
                line("FRANC", "1", null),
                line("ODD", "1", null),
                line("BOLT", "99999999999", null),
                line("BOLT", "1", null));
        assertThat(fault.violations())
                .extracting(violation -> violation.path() + " " + violation.code())
                .containsExactly(
                        "line[0].item ITEM_NOT_FOUND",
                        "line[1].item ITEM_BLOCKED",
                        "line[1].unit UNIT_NOT_FOUND",
                        "line[2].quantity INVALID_QUANTITY",
                        "line[3].quantity INVALID_QUANTITY",
                        "line[4].quantity INVALID_QUANTITY",
                        "line[5].item NO_PRICE",
                        "line[6].item NO_EXCHANGE_RATE",
                        "line[7].item UNKNOWN_TAX_CLASS",
                        "line[8].quantity INVALID_QUANTITY");
        assertThat(fault.violations().get(2).remedy().allowedValues()).containsExactly("EA", "BOX12");
        assertThat(fault.violations().get(6).remedy().text()).isEqualTo("There is a price from 100 EA on.");
    }

    @Test
    void whatTheRequestLeavesOpenIsSaid() {
        assertThat(price(line("BOLT", "1", null)).assumptions())
                .containsExactly(new Assumption("currency", "GBP"), new Assumption("shipTo", "GB, BS1 1AA, Bristol"));
    }

    @Test
    void theAnswerIsAsFreshAsItsOldestPart() {
        Answer<PricedDocument> answer = engine().calculate(request(List.of(line("BOLT", "1", null))), MaxAge.ANY);
        assertThat(answer.freshness()).isEqualTo(new Freshness(EARLIER, Source.CACHED));
    }

    @Test
    void theAnswerIsNoFresherThanTheRatesThatItUses() {
        Answer<PricedDocument> answer = engine().calculate(request(List.of(line("DRILL", "1", null))), MaxAge.ANY);
        assertThat(answer.freshness()).isEqualTo(new Freshness(YESTERDAY, Source.DEGRADED));
    }

    @Test
    void pricesWithTaxKeepTheirGross() {
        pricesIncludeTax = true;
        PricedDocument document = price(line("BOLT", "1", null), line("BOLT", "1", null), line("BOOK", "1", null));
        assertThat(document.totals().gross()).isEqualByComparingTo("32.48");
        assertThat(document.totals().net()).isEqualByComparingTo("29.15");
        assertThat(document.lines().get(0).gross()).isEqualByComparingTo("9.99");
    }

    @Test
    void totalsAddUpAndTheOrderOfLinesDoesNotMatter() {
        Random random = new Random(20261122);
        List<String> sellable = List.of("BOLT", "NUT", "BOOK", "OIL", "DRILL");
        for (int round = 0; round < 200; round++) {
            pricesIncludeTax = round % 2 == 1;
            List<PriceLine> lines = IntStream.range(0, 1 + random.nextInt(30))
                    .mapToObj(n -> line(sellable.get(random.nextInt(5)), "" + (1 + random.nextInt(5_000)), null))
                    .collect(Collectors.toCollection(ArrayList::new));
            PricedDocument document = price(lines);
            assertAddsUp(document);
            Collections.shuffle(lines, random);
            assertThat(price(lines).totals()).isEqualTo(document.totals());
            assertThat(price(lines).taxes()).isEqualTo(document.taxes());
        }
    }

    private static void assertAddsUp(PricedDocument document) {
        BigDecimal nets = document.lines().stream().map(PricedLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(document.totals().net()).isEqualByComparingTo(nets);
        assertThat(document.taxes().stream().map(tax -> tax.taxable()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(document.totals().net());
        assertThat(document.taxes().stream().map(tax -> tax.tax()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(document.totals().tax());
        assertThat(document.totals().net().add(document.totals().tax()))
                .isEqualByComparingTo(document.totals().gross());
    }

    private PricedDocument price(PriceLine... lines) {
        return price(List.of(lines));
    }

    private PricedDocument price(List<PriceLine> lines) {
        return engine().calculate(request(lines), MaxAge.ANY).value();
    }

    private ServiceFault refusal(PriceLine... lines) {
        return catchThrowableOfType(ServiceFault.class, () -> price(lines));
    }

    private static PriceRequest request(List<PriceLine> lines) {
        return new PriceRequest(new Buyer.Customer(new CustomerRef.ByAccount(ACCOUNT)), DAY, null, null, lines);
    }

    private static PriceLine line(String item, String quantity, String unit) {
        return new PriceLine(null, new ItemId(item), number(quantity), unit);
    }

    private PricingEngine engine() {
        List<TaxRule> british =
                List.of(rule("GB-S", "STANDARD", TaxCategory.S, "20"), rule("GB-Z", "ZERO", TaxCategory.Z, "0"));
        return new PricingEngine(
                new SampleLists(),
                (countries, maxAge) -> Answer.live(Map.of("GB", TaxTable.of(british)), NOW),
                (from, to, on, maxAge) -> rate(from),
                AgreementPolicy.FIRST,
                RoundingLevel.DOCUMENT,
                false);
    }

    private static Answer<Optional<BigDecimal>> rate(Currency from) {
        Optional<BigDecimal> rate = from.equals(EUR) ? Optional.of(number("0.85")) : Optional.empty();
        return new Answer<>(rate, new Freshness(YESTERDAY, Source.DEGRADED));
    }

    private static TaxRule rule(String id, String taxClass, TaxCategory category, String rate) {
        return new TaxRule(id, "GB", taxClass, null, null, category, number(rate), null, null, LocalDate.EPOCH, null);
    }

    private final class SampleLists implements PriceLists {

        @Override
        public Answer<PriceTerms> termsOf(AccountId account, MaxAge maxAge) {
            return Answer.live(
                    new PriceTerms(
                            account,
                            true,
                            Currency.getInstance("GBP"),
                            null,
                            null,
                            pricesIncludeTax,
                            new TaxParty("GB", "GB123456789", false),
                            "GB",
                            null,
                            null,
                            null,
                            BRISTOL,
                            List.of()),
                    NOW);
        }

        @Override
        public Answer<PriceTerms> termsOf(Buyer.Prospect prospect, MaxAge maxAge) {
            throw new AssertionError("this test does not expect a prospect");
        }

        @Override
        public Answer<Map<ItemId, ItemTerms>> of(PriceTerms terms, Set<ItemId> ids, MaxAge maxAge) {
            Map<ItemId, ItemTerms> found =
                    ids.stream().filter(items::containsKey).collect(Collectors.toMap(id -> id, items::get));
            return new Answer<>(found, new Freshness(EARLIER, Source.CACHED));
        }

        @Override
        public Answer<OrderTerms> orderTermsOf(PriceTerms terms, MaxAge maxAge) {
            return Answer.live(OrderTerms.NONE, NOW);
        }

        @Override
        public Answer<Page<ItemId>> itemsOf(
                PriceTerms terms, LocalDate date, String itemGroup, PageRequest page, MaxAge maxAge) {
            throw new AssertionError("this test does not expect a list of all items");
        }
    }
}
