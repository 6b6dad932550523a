package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.order.Approval;
import org.throughline.order.ApprovalFacts;
import org.throughline.order.CreditPolicy;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.HoldReason;
import org.throughline.order.InMemoryLedger;
import org.throughline.order.Order;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderFilter;
import org.throughline.order.OrderRequest;
import org.throughline.order.OrderService;
import org.throughline.order.RequestKey;
import org.throughline.order.StockPolicy;
import org.throughline.order.TestOffers;
import org.throughline.shared.AccountId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.PageRequest;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/** What orders and sales of Tryton have to do with each other beyond what every ERP keeps. */
@Tag("tryton")
class TrytonSalesIT {

    private static final PostalAddress SITE =
            new PostalAddress("Site office", "7 Quay Street", "Gate 3", "Hull", null, "HU1 2AB", "GB");

    private static TrytonOrderWorld world;
    private static OrderService service;

    @BeforeAll
    static void open() {
        world = new TrytonOrderWorld(TrytonServer.shared());
        service = new OrderService(
                world.erp(),
                world.sources(),
                world.orders(),
                InMemoryLedger.handingOver(world.clock()),
                TestOffers.sources(world.reservations(), world.clock()),
                world.clock());
    }

    @AfterAll
    static void close() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void anOrderTakesTheStepsOfASale() {
        Order order = place(request(world.account(null), world.item("10"), "2"));

        assertThat(order.timeLine())
                .extracting(OrderEvent::kind)
                .containsExactly(OrderEvent.Kind.CREATED, OrderEvent.Kind.QUOTED, OrderEvent.Kind.CONFIRMED);
        assertThat(order.timeLine().get(0).text()).startsWith("Sale ");
        assertThat(sale(order).text("state")).isEqualTo("processing");
    }

    /** Of the seed: items with 20 and 5 % VAT, prices with halves of cents, and a customer abroad who pays none. */
    @ParameterizedTest
    @ValueSource(strings = {"C00001", "C00004", "C00005"})
    void whatIsOrderedCostsWhatWasToldToTheCent(String customer) {
        List<OrderRequest.Line> lines = IntStream.rangeClosed(1, 6)
                .mapToObj(number -> new OrderRequest.Line(
                        new ItemId("SKU-%04d".formatted(number)),
                        BigDecimal.valueOf(2L * number - 1),
                        null,
                        null,
                        null))
                .toList();
        OrderRequest request = new OrderRequest(
                customer(new AccountId(TrytonParts.DATASET, customer)),
                null,
                null,
                null,
                null,
                DeliveryPolicy.PARTIAL,
                CreditPolicy.HOLD,
                StockPolicy.BACKORDER,
                null,
                lines);
        OrderContent told = service.simulate(request).value().content();

        OrderContent ordered = place(request).content();

        assertThat(ordered.totals()).isEqualTo(told.totals());
        assertThat(ordered.lines())
                .extracting(line -> line.price().net())
                .isEqualTo(told.lines().stream().map(line -> line.price().net()).toList());
        assertThat(sums(ordered)).containsExactlyInAnyOrderElementsOf(sums(told));
    }

    private static List<String> sums(OrderContent order) {
        return order.taxes().stream()
                .map(tax -> tax.category() + " " + tax.ratePercent() + " of " + tax.taxable() + ": " + tax.tax())
                .toList();
    }

    @Test
    void aHeldOrderIsAQuotationUntilSomebodyConfirmsIt() {
        Order held = place(request(world.account("5.00"), world.item("10"), "2"));
        assertThat(held.holds()).extracting(hold -> hold.reason()).containsExactly(HoldReason.CREDIT);
        assertThat(sale(held).text("state")).isEqualTo("quotation");

        world.administrator()
                .write(
                        "party.party",
                        List.of(world.one(
                                "party.party", "code", held.content().account().value())),
                        Map.of("credit_limit_amount", new BigDecimal("500.00")),
                        Map.of());
        world.press(Sale.MODEL, "confirm", Long.parseLong(held.id().value()));

        Order confirmed = get(held.id());
        assertThat(confirmed.status().approval()).isEqualTo(Approval.APPROVED);
        assertThat(confirmed.holds()).isEmpty();
        assertThat(confirmed.version()).isGreaterThan(held.version());
        assertThat(confirmed.timeLine())
                .extracting(OrderEvent::kind)
                .containsExactly(
                        OrderEvent.Kind.CREATED,
                        OrderEvent.Kind.HELD,
                        OrderEvent.Kind.QUOTED,
                        OrderEvent.Kind.CONFIRMED);
    }

    @Test
    void aHeldOrderThatSomebodyChangesStaysAnOrderAndSaysSo() {
        Order held = place(request(world.account("5.00"), world.item("10"), "2"));
        long id = Long.parseLong(held.id().value());
        world.press(Sale.MODEL, "draft", id);
        assertThat(get(held.id()).status().approval()).isEqualTo(Approval.PENDING);
        long line = world.administrator()
                .read(Sale.MODEL, List.of(id), List.of("lines"), Map.of())
                .get(0)
                .ids("lines")
                .get(0);
        world.administrator().write("sale.line", List.of(line), Map.of("quantity", 1.0), Map.of());
        world.press(Sale.MODEL, "quote", id);

        Order changed = get(held.id());
        assertThat(changed.content().lines().get(0).quantity().value()).isEqualByComparingTo("1");
        assertThat(changed.isHeld()).isTrue();
        assertThat(changed.timeLine()).extracting(OrderEvent::kind).contains(OrderEvent.Kind.AMENDED);
    }

    @Test
    void whatTheBackOfficeSellsIsAnOrderAsSoonAsItIsConfirmed() {
        AccountId account = world.account(null);
        long sale = byHand(account, world.item("10"));
        world.press(Sale.MODEL, "quote", sale);
        assertThat(orders(account)).isEmpty();

        world.press(Sale.MODEL, "confirm", sale);
        assertThat(orders(account)).singleElement().satisfies(order -> {
            assertThat(order.id().value()).isEqualTo(Long.toString(sale));
            assertThat(order.reference()).isNull();
            assertThat(order.status().approval()).isEqualTo(Approval.APPROVED);
        });
    }

    @Test
    void whatTrytonRefusesToQuoteLeavesNothingBehind() {
        AccountId account = world.account(null);
        OrderRequest request = request(account, world.item("3"), "5");

        ServiceFault fault = fault(() -> place(request));

        assertThat(fault.code()).isEqualTo(ErrorCode.REFUSED_BY_ERP);
        assertThat(world.administrator().count(TrytonQuery.of(Sale.MODEL).where("party.code", "=", account.value())))
                .isZero();
    }

    @Test
    void whatTrytonCannotKeepIsSaidAtOnceAndBeforeAnythingIsPlaced() {
        LocalDate day = LocalDate.now().plusDays(5);
        OrderRequest request = new OrderRequest(
                customer(world.account(null)),
                null,
                null,
                null,
                null,
                DeliveryPolicy.COMPLETE,
                CreditPolicy.HOLD,
                StockPolicy.BACKORDER,
                null,
                List.of(
                        new OrderRequest.Line(world.item("10"), BigDecimal.ONE, "EA", null, "LON"),
                        new OrderRequest.Line(world.item("10"), BigDecimal.ONE, "EA", day, "LEE")));

        ServiceFault fault = fault(() -> service.simulate(request));

        assertThat(fault.violations())
                .extracting(Violation::path)
                .containsExactlyInAnyOrder("order.delivery", "order.line[1].requiredDate", "order.line[1].warehouse");
        assertThat(fault.violations()).extracting(Violation::code).containsOnly(ErrorCode.NOT_SUPPORTED_BY_ERP);
    }

    @Test
    void aNewPlaceBecomesAnAddressOfTheCustomerOnceAndNeverTheUsualOne() {
        AccountId account = world.account(null);
        ItemId item = world.item("10");
        Order first = place(to(SITE, account, item));
        Order second = place(to(SITE, account, item));
        Order usual = place(request(account, item, "1"));

        assertThat(first.content().shipTo()).isEqualTo(SITE);
        assertThat(second.content().shipTo()).isEqualTo(SITE);
        assertThat(usual.content().shipTo().line1()).isEqualTo("1 High Street");
        assertThat(world.administrator()
                        .count(TrytonQuery.of("party.address").where("party.code", "=", account.value())))
                .isEqualTo(2);
    }

    @Test
    void aPlaceInACountryThatTrytonDoesNotKnowIsRefused() {
        PostalAddress nowhere = new PostalAddress("A", "1 Street", null, "Town", null, "1", "AQ");

        ServiceFault fault = fault(() -> place(to(nowhere, world.account(null), world.item("10"))));
        assertThat(fault.violations()).extracting(Violation::path).contains("order.shipTo.country");
    }

    @Test
    void approvalKnowsCostsAndWhetherSomebodyHasBought() {
        ApprovalFacts facts = world.parts().get(ApprovalFacts.class);
        AccountId account = world.account(null);
        ItemId item = world.item("10");
        assertThat(facts.hasBought(account, MaxAge.LIVE).value()).isFalse();

        place(request(account, item, "1"));

        assertThat(facts.hasBought(account, MaxAge.LIVE).value()).isTrue();
        assertThat(facts.costs(List.of(item, new ItemId("NOTHING")), MaxAge.LIVE)
                        .value())
                .containsOnlyKeys(item)
                .hasEntrySatisfying(item, cost -> assertThat(cost.amount()).isEqualByComparingTo("6.00"));
    }

    private static long byHand(AccountId account, ItemId item) {
        long party = world.one("party.party", "code", account.value());
        TrytonRecord address = world.administrator()
                .searchRead(TrytonQuery.of("party.address").where("party", "=", party))
                .get(0);
        TrytonRecord product = world.administrator()
                .searchRead(TrytonQuery.of("product.product", "sale_uom").where("code", "=", item.value()))
                .get(0);
        Map<String, Object> line = Map.of(
                "type",
                "line",
                "product",
                product.id(),
                "unit",
                product.id("sale_uom"),
                "quantity",
                1.0,
                "unit_price",
                new BigDecimal("9.50"));
        Map<String, Object> sale = new HashMap<>();
        sale.put("party", party);
        sale.put("invoice_address", address.id());
        sale.put("shipment_address", address.id());
        sale.put("warehouse", world.one("stock.location", "code", "LON"));
        sale.put("currency", world.one("currency.currency", "code", "GBP"));
        sale.put("lines", List.of(List.of("create", List.of(line))));
        return world.create(Sale.MODEL, sale);
    }

    private static Order place(OrderRequest request) {
        return service.create(new RequestKey("sales", UUID.randomUUID().toString()), request)
                .value()
                .order();
    }

    private static Order get(OrderId id) {
        return service.get(id, MaxAge.LIVE).value();
    }

    private static List<Order> orders(AccountId account) {
        OrderFilter filter = new OrderFilter(List.of(account), null, null, null, null, null, null, null, null);
        return world.orders()
                .find(filter, PageRequest.first(10), MaxAge.LIVE)
                .value()
                .entries();
    }

    private static TrytonRecord sale(Order order) {
        return world.administrator()
                .read(Sale.MODEL, List.of(Long.valueOf(order.id().value())), List.of("state"), Map.of())
                .get(0);
    }

    private static CustomerRef customer(AccountId account) {
        return new CustomerRef.ByAccount(account);
    }

    private static OrderRequest request(AccountId account, ItemId item, String quantity) {
        return request(account, null, item, quantity);
    }

    private static OrderRequest to(PostalAddress place, AccountId account, ItemId item) {
        return request(account, place, item, "1");
    }

    private static OrderRequest request(AccountId account, PostalAddress shipTo, ItemId item, String quantity) {
        return new OrderRequest(
                customer(account),
                null,
                null,
                null,
                shipTo,
                DeliveryPolicy.PARTIAL,
                CreditPolicy.HOLD,
                StockPolicy.BACKORDER,
                null,
                List.of(new OrderRequest.Line(item, new BigDecimal(quantity), "EA", null, null)));
    }

    private static ServiceFault fault(Callable<?> call) {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, call::call);
        assertThat(fault).as("a fault").isNotNull();
        return fault;
    }
}
