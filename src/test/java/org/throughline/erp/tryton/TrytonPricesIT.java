package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.throughline.erp.tryton.TrytonPricingWorld.basket;
import static org.throughline.erp.tryton.TrytonPricingWorld.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughline.pricing.AppliedRule;
import org.throughline.pricing.Assumption;
import org.throughline.pricing.Buyer;
import org.throughline.pricing.PriceLine;
import org.throughline.pricing.PriceRequest;
import org.throughline.pricing.PricedDocument;
import org.throughline.pricing.PricedLine;
import org.throughline.pricing.SetPrice;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Source;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;
import org.throughline.shared.Violation;

/** Baskets cost what Tryton says. */
@Tag("tryton")
class TrytonPricesIT {

    private static final Currency EUR = Currency.getInstance("EUR");

    private static TrytonPricingWorld world;

    @BeforeAll
    static void start() {
        world = new TrytonPricingWorld();
    }

    @Test
    void aBasketCostsWhatTheListOfTheCustomerSaysAtEachQuantity() {
        PricedDocument document = price(basket(
                "C00001",
                null,
                line("SKU-0001", "9"),
                line("SKU-0001", "10"),
                line("SKU-0001", "250"),
                line("SKU-0002", "3"),
                line("SKU-0003", "50"),
                line("SKU-0005", "12")));
        assertThat(document.lines())
                .extracting(PricedLine::unitPrice)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        new BigDecimal("6.9825"),
                        new BigDecimal("6.10"),
                        new BigDecimal("5.25"),
                        new BigDecimal("9.215"),
                        new BigDecimal("9.64"),
                        new BigDecimal("15.075"));
        assertThat(document.indicative()).isFalse();
        assertThat(document.pricesIncludeTax()).isFalse();
        assertThat(document.assumptions()).containsExactly(new Assumption("currency", "GBP"));
    }

    @Test
    void taxIsChargedOnExactValuesAndHalvesAreRoundedToTheEvenCentAsTrytonDoes() {
        PricedDocument document = price(basket("C00001", null, line("SKU-0002", "3"), line("SKU-0005", "1")));
        assertThat(document.lines())
                .extracting(PricedLine::net)
                .containsExactly(new BigDecimal("27.64"), new BigDecimal("15.91"));
        assertThat(document.taxes())
                .extracting(TaxSubtotal::category, TaxSubtotal::ratePercent, TaxSubtotal::taxable, TaxSubtotal::tax)
                .containsExactly(
                        tuple(TaxCategory.S, new BigDecimal("20"), new BigDecimal("27.64"), new BigDecimal("5.53")),
                        tuple(TaxCategory.S, new BigDecimal("5"), new BigDecimal("15.91"), new BigDecimal("0.80")));
        assertThat(document.totals().gross()).isEqualByComparingTo("49.88");
    }

    @Test
    void linesThatAreAskedForTogetherCostWhatEachCostsAlone() {
        List<PriceLine> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add(line("SKU-%04d".formatted(1 + i % TrytonSeed.ITEMS), Integer.toString(1 + i * 7 % 120)));
        }
        PricedDocument together = price(basket("C00001", null, lines.toArray(PriceLine[]::new)));
        for (int i = 0; i < lines.size(); i += 3) {
            PricedLine alone =
                    price(basket("C00001", null, lines.get(i))).lines().get(0);
            assertThat(together.lines().get(i).unitPrice()).isEqualByComparingTo(alone.unitPrice());
            assertThat(together.lines().get(i).treatment()).isEqualTo(alone.treatment());
        }
    }

    @Test
    void whatIsSoldInAnotherUnitThanItIsCountedInHasAPriceInEach() {
        TrytonDesk desk = new TrytonDesk(TrytonServer.shared().administrator());
        long gram = desk.one("product.uom", "symbol", "g");
        long template = desk.create(
                "product.template",
                Map.of(
                        "name",
                        "Nails",
                        "type",
                        "goods",
                        "default_uom",
                        gram,
                        "sale_uom",
                        desk.one("product.uom", "symbol", "kg"),
                        "salable",
                        true,
                        "list_price",
                        new BigDecimal("0.05"),
                        "account_category",
                        desk.one("product.category", "name", "Standard rated"),
                        "products",
                        List.of(List.of("create", List.of(Map.of("suffix_code", "NAILS"))))));
        assertThat(template).isPositive();
        PriceLine kilos = new PriceLine(null, new ItemId("NAILS"), new BigDecimal("2"), "kg");
        PriceLine grams = new PriceLine(null, new ItemId("NAILS"), new BigDecimal("500"), "g");
        PricedDocument document = price(basket("C00001", null, kilos, grams));
        assertThat(document.lines().get(0).unitPrice()).isEqualByComparingTo("47.50");
        assertThat(document.lines().get(0).baseQuantity().value()).isEqualByComparingTo("2000");
        assertThat(document.lines().get(0).net()).isEqualByComparingTo("95.00");
        assertThat(document.lines().get(1).unitPrice()).isEqualByComparingTo("0.0475");
        assertThat(document.lines().get(1).net()).isEqualByComparingTo("23.75");
    }

    @Test
    void aSaleOfTheSameLinesComesToTheSameAmounts() {
        PricedDocument document = price(basket(
                "C00004",
                null,
                line("SKU-0002", "7"),
                line("SKU-0004", "11"),
                line("SKU-0007", "103"),
                line("SKU-0010", "13"),
                line("SKU-0015", "1")));
        TrytonRecord sale = saleOf("C00004", document);
        assertThat(document.totals().net()).isEqualByComparingTo(sale.decimal("untaxed_amount"));
        assertThat(document.totals().tax()).isEqualByComparingTo(sale.decimal("tax_amount"));
        assertThat(document.totals().gross()).isEqualByComparingTo(sale.decimal("total_amount"));
    }

    @Test
    void theStepsOfAPriceAddUpToIt() {
        PricedLine line =
                price(basket("C00001", null, line("SKU-0002", "3"))).lines().get(0);
        assertThat(line.rules())
                .extracting(AppliedRule::kind)
                .containsExactly(AppliedRule.Kind.GENERAL_PRICE_LIST, AppliedRule.Kind.ERP_CALCULATION);
        assertThat(line.listPrice()).isEqualByComparingTo("9.70");
        assertThat(line.discountPercent()).isEqualByComparingTo("5");
        assertThat(line.rules().stream().map(AppliedRule::effect).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(line.unitPrice());
        assertThat(line.rules().get(1).text()).contains("Trade");
    }

    @Test
    void aTaxRuleOfTheCustomerReplacesTaxes() {
        PricedDocument document = price(basket("C00005", null, line("SKU-0001", "1"), line("SKU-0005", "1")));
        assertThat(document.taxes()).hasSize(1);
        assertThat(document.taxes().get(0).category()).isEqualTo(TaxCategory.Z);
        assertThat(document.totals().tax()).isZero();
        assertThat(document.assumptions()).contains(new Assumption("shipTo", "FR, 75002, Paris"));
    }

    @Test
    void anotherCurrencyIsConvertedByTryton() {
        PricedDocument document = price(basket("C00001", EUR, line("SKU-0001", "10")));
        assertThat(document.currency()).isEqualTo(EUR);
        assertThat(document.lines().get(0).unitPrice()).isEqualByComparingTo("7.015");
    }

    @Test
    void aCurrencyThatTrytonDoesNotKnowHasNoRate() {
        assertThat(faultOf(basket("C00001", Currency.getInstance("JPY"), line("SKU-0001", "10"))))
                .extracting(Violation::code, Violation::path)
                .containsExactly(tuple(ErrorCode.NO_EXCHANGE_RATE, "currency"));
    }

    @Test
    void aGivenPriceCountsAndIsTaxedByTryton() {
        PriceLine given = new PriceLine(
                "a",
                new ItemId("SKU-0001"),
                BigDecimal.TEN,
                null,
                SetPrice.agreed(new BigDecimal("4.4321"), "Trade fair"));
        PricedDocument document = price(basket("C00001", null, given));
        assertThat(document.lines().get(0).unitPrice()).isEqualByComparingTo("4.4321");
        assertThat(document.lines().get(0).overrideReason()).isEqualTo("Trade fair");
        assertThat(document.totals().net()).isEqualByComparingTo("44.32");
        assertThat(document.totals().tax()).isEqualByComparingTo("8.86");
    }

    @Test
    void aGivenPriceWithMoreDecimalsThanTrytonKeepsIsRefused() {
        PriceLine given = new PriceLine(
                null,
                new ItemId("SKU-0001"),
                BigDecimal.TEN,
                null,
                SetPrice.agreed(new BigDecimal("4.43215"), "Trade fair"));
        assertThat(faultOf(basket("C00001", null, given)))
                .extracting(Violation::path)
                .containsExactly("line[0].agreedUnitPrice.amount");
    }

    @Test
    void whoIsNoCustomerYetPaysTheProductsPrices() {
        PostalAddress leeds = new PostalAddress(null, null, null, "Leeds", null, "LS1 1AA", "GB");
        PriceRequest request = new PriceRequest(
                new Buyer.Prospect(leeds, null, null, false),
                LocalDate.now(),
                null,
                null,
                List.of(line("SKU-0001", "100")));
        assertThat(price(request).lines().get(0).unitPrice()).isEqualByComparingTo("7.35");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        PriceLine dozen = new PriceLine(null, new ItemId("SKU-0001"), BigDecimal.ONE, "dozen");
        assertThat(faultOf(basket(
                        "C00001", null, line("NOT-THERE", "1"), dozen, line("SKU-0002", "1.5"), line("SKU-0003", "0"))))
                .extracting(Violation::code, Violation::path)
                .containsExactly(
                        tuple(ErrorCode.ITEM_NOT_FOUND, "line[0].item"),
                        tuple(ErrorCode.UNIT_NOT_FOUND, "line[1].unit"),
                        tuple(ErrorCode.INVALID_QUANTITY, "line[2].quantity"),
                        tuple(ErrorCode.INVALID_QUANTITY, "line[3].quantity"));
    }

    @Test
    void aCustomerThatIsNotThereIsAFault() {
        assertThat(faultOf(basket("C99999", null, line("SKU-0001", "1"))))
                .extracting(Violation::code)
                .containsExactly(ErrorCode.ACCOUNT_NOT_FOUND);
    }

    @Test
    void pricesAreAlwaysLive() {
        assertThat(world.prices()
                        .calculate(basket("C00001", null, line("SKU-0001", "1")), MaxAge.ANY)
                        .freshness()
                        .source())
                .isEqualTo(Source.LIVE);
    }

    private static PricedDocument price(PriceRequest request) {
        return world.prices().calculate(request, MaxAge.LIVE).value();
    }

    private static List<Violation> faultOf(PriceRequest request) {
        return assertThatThrownBy(() -> price(request))
                .asInstanceOf(type(ServiceFault.class))
                .actual()
                .violations();
    }

    /** A draft sale with the lines of a priced document, as Tryton adds it up. */
    private static TrytonRecord saleOf(String account, PricedDocument document) {
        TrytonBuyer buyer = world.buyers.of(TrytonPricingWorld.account(account));
        Map<ItemId, TrytonProduct> products = world.products.of(
                document.lines().stream().map(PricedLine::item).toList());
        List<Map<String, Object>> lines = document.lines().stream()
                .map(line -> Map.<String, Object>of(
                        "type",
                        "line",
                        "product",
                        products.get(line.item()).id(),
                        "unit",
                        products.get(line.item()).sale().id(),
                        "quantity",
                        line.quantity().value().doubleValue(),
                        "unit_price",
                        line.unitPrice().setScale(4),
                        "taxes",
                        List.of(List.of("add", List.of(Long.valueOf(line.taxRuleId()))))))
                .toList();
        Map<String, Object> sale = Map.of(
                "party", buyer.party(),
                "company", world.tryton.company(),
                "currency", world.currencies.own().id(),
                "lines", List.of(List.of("create", lines)));
        long id = world.tryton.create("sale.sale", List.of(sale), Map.of()).get(0);
        return world.tryton
                .read("sale.sale", List.of(id), List.of("untaxed_amount", "tax_amount", "total_amount"), Map.of())
                .get(0);
    }
}
