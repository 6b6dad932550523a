package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughline.database.TestDatabase;
import org.throughline.order.CreditPolicy;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.InMemoryLedger;
import org.throughline.order.InMemoryMismatches;
import org.throughline.order.Mismatch;
import org.throughline.order.Offer;
import org.throughline.order.OfferAcceptance;
import org.throughline.order.OfferRequest;
import org.throughline.order.OfferService;
import org.throughline.order.OfferSources;
import org.throughline.order.Order;
import org.throughline.order.OrderDraft;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderRequest;
import org.throughline.order.OrderService;
import org.throughline.order.Orders;
import org.throughline.order.Parity;
import org.throughline.order.Progress;
import org.throughline.order.RequestKey;
import org.throughline.order.StockPolicy;
import org.throughline.order.TestOffers;
import org.throughline.shared.AccountId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.ServiceFault;

/**
 * Simulation = order = invoices, to the cent, for random baskets of the demo data: all its currencies, agreements, breaks,
 * promotions and taxes; the prices in euros include tax here. {@code -Dbaskets=5000 -Dbaskets.seed=7} for more and others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RandomBasketsContract {

    private static final By BY = new By("Invoicing", null);
    private static final long SEED = Long.getLong("baskets.seed", 20261122L);
    private static final String[] CURRENCIES = {"GBP", "EUR", "USD"};

    private record Sold(String item, String unit) {}

    private final InMemoryMismatches mismatches = new InMemoryMismatches();
    private final Random random = new Random(SEED);
    private EmbeddedOrderWorld world;
    private OrderService orders;
    private OfferService offers;
    private Parity parity;
    private List<String> accounts;
    private List<Sold> sold;
    private int shipments;

    abstract TestDatabase open();

    abstract int baskets();

    @BeforeAll
    void load() {
        world = EmbeddedOrderWorld.ofDemoData(open());
        world.database()
                .erp()
                .sql("update price_list set prices_include_tax = true where currency = 'EUR'")
                .update();
        world.database()
                .erp()
                .sql("update account set credit_limit = null where status = 'ACTIVE'")
                .update();
        putOnAndTakeOffTheWhole();
        accounts = strings("select id from account where status = 'ACTIVE' order by id");
        sold = world.database()
                .erp()
                .sql("select u.item_id, u.unit from item_unit u join item i on i.id = u.item_id"
                        + " where i.status = 'ACTIVE' order by u.item_id, u.unit")
                .query((row, number) -> new Sold(row.getString(1), row.getString(2)))
                .list();
        parity = new Parity(mismatches, world.clock());
        update("update stock_level set on_hand = on_hand + 1000000");
        var handing = InMemoryLedger.handingOver(world.clock());
        OfferSources offerSources = TestOffers.sources(world.reservations(), world.clock());
        Orders watched = parity.watching(world.orders());
        orders = new OrderService(world.erp(), world.sources(), watched, handing, offerSources, world.clock());
        offers = new OfferService(world.erp(), world.sources(), watched, handing, offerSources, world.clock());
    }

    /** Tiers by value, freight by weight taxed as the goods are, a surcharge of a tax class of its own, two promotions. */
    private void putOnAndTakeOffTheWhole() {
        for (String currency : CURRENCIES) {
            update(
                    "insert into order_discount (id, description, currency, min_value, discount_percent, with_agreements,"
                            + " valid_from) values ('OD-3-" + currency + "', '3 % from 300 on', '" + currency
                            + "', 300, 3, true, '2020-01-01')");
            update("insert into order_discount (id, description, currency, min_value, discount_amount, with_agreements,"
                    + " valid_from) values ('OD-A-" + currency + "', '111.11 off from 2000 on', '" + currency
                    + "', 2000, 111.11, true, '2020-01-01')");
            update(
                    "insert into order_charge (id, kind, charge, description, currency, amount, per_kilogram, valid_from)"
                            + " values ('FR-" + currency + "', 'FREIGHT', 'FREIGHT', 'Freight', '" + currency
                            + "', 7.77, 0.37, '2020-01-01')");
            update("insert into order_charge (id, kind, charge, description, currency, amount, percent, tax_class,"
                    + " valid_from) values ('SU-" + currency + "', 'SURCHARGE', 'ENERGY', 'Energy', '" + currency
                    + "', 0, 0.71, 'STANDARD', '2020-01-01')");
        }
        update("insert into promotion (id, description, kind, item_group, take_quantity, pay_quantity, valid_from)"
                + " select 'PR-34', '3 for 2', 'QUANTITY_DEAL', min(item_group), 3, 2, '2020-01-01' from item");
        update("insert into promotion (id, description, kind, item_group, take_quantity, gift_item_id, gift_quantity,"
                + " valid_from) select 'PR-FREE', 'One free', 'FREE_GOODS', max(item_group), 5, min(id), 1, '2020-01-01'"
                + " from item where status = 'ACTIVE'");
    }

    private void update(String sql) {
        world.database().erp().sql(sql).update();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void whatIsSimulatedIsOrderedIsInvoiced() {
        parity.compareInvoices("main", world.bills());
        world.clock().advance(Duration.ofMinutes(1));
        List<OrderId> invoiced = new ArrayList<>();
        int refused = 0;
        int withTax = 0;
        int adjusted = 0;
        for (int i = 0; i < baskets(); i++) {
            OrderRequest request = basket();
            OrderDraft simulated;
            try {
                simulated = orders.simulate(request).value();
            } catch (ServiceFault notSold) {
                refused++;
                continue;
            }
            boolean offered = i % 3 == 0;
            RequestKey key = new RequestKey("baskets", "B-" + SEED + "-" + i);
            Order order = offered ? offeredAndOrdered(key, simulated, request) : ordered(key, request);
            assertSame(simulated, order);
            withTax += order.content().pricesIncludeTax() ? 1 : 0;
            adjusted += order.content()
                                    .totals()
                                    .net()
                                    .compareTo(order.content().totals().lineNet())
                            == 0
                    ? 0
                    : 1;
            if (offered) {
                shipAndInvoice(order.id());
            } else {
                invoiceInParts(order);
            }
            invoiced.add(order.id());
        }
        world.clock().advance(Duration.ofMinutes(1));
        int compared = 0;
        for (int found = parity.compareInvoices("main", world.bills());
                found > 0;
                found = parity.compareInvoices("main", world.bills())) {
            compared += found;
        }
        assertThat(mismatches.found).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(invoiced.size());
        assertSumsInSql();
        System.out.printf(
                "%d baskets: %d ordered and invoiced (%d with prices that include tax, %d with discounts or charges on the"
                        + " whole), %d refused; %d shipments of offers%n",
                baskets(), invoiced.size(), withTax, adjusted, refused, shipments);
        assertThat(shipments).as("some orders leave in several shipments").isGreaterThan(baskets() / 3);
        assertThat(refused).as("most baskets are sold").isLessThan(baskets() / 2);
        assertThat(withTax).isPositive();
        assertThat(adjusted).isGreaterThan(baskets() / 4);
    }

    @Test
    void anInvoiceThatDiffersIsFound() {
        InMemoryMismatches own = new InMemoryMismatches();
        Parity watch = new Parity(own, world.clock());
        watch.compareInvoices("main", world.bills());
        world.clock().advance(Duration.ofMinutes(1));
        Order order = null;
        for (int i = 0; order == null; i++) {
            try {
                order = orders.create(new RequestKey("baskets", "D-" + i), basket())
                        .value()
                        .order();
            } catch (ServiceFault notSold) {
                order = null;
            }
        }
        String invoice = world.invoicing().invoiceRest(order.id(), BY).value();
        world.database()
                .erp()
                .sql("update invoice set gross_total = gross_total + 0.01 where id = ?")
                .param(invoice)
                .update();
        world.clock().advance(Duration.ofMinutes(1));
        watch.compareInvoices("main", world.bills());
        assertThat(own.found).singleElement().satisfies(found -> {
            assertThat(found.stage()).isEqualTo(Mismatch.Stage.INVOICE);
            assertThat(found.invoice()).isEqualTo(invoice);
            assertThat(found.path()).isEqualTo("totals.gross");
        });
        world.database()
                .erp()
                .sql("update invoice set gross_total = gross_total - 0.01 where id = ?")
                .param(invoice)
                .update();
    }

    private static void assertSame(OrderDraft simulated, Order order) {
        assertThat(order.content().totals()).isEqualTo(simulated.content().totals());
        assertThat(order.content().lines())
                .extracting(line -> line.price().net(), line -> line.price().taxCategory())
                .isEqualTo(simulated.content().lines().stream()
                        .map(line -> tuple(line.price().net(), line.price().taxCategory()))
                        .toList());
    }

    private Order ordered(RequestKey key, OrderRequest request) {
        return orders.create(key, request).value().order();
    }

    private Order offeredAndOrdered(RequestKey key, OrderDraft simulated, OrderRequest request) {
        Offer offer = offers.create(new RequestKey("offers", key.requestId()), new OfferRequest(request, null))
                .value()
                .offer();
        assertThat(offer.content().totals()).isEqualTo(simulated.content().totals());
        OfferAcceptance accepted =
                new OfferAcceptance(new OfferAcceptance.ByReference(offer.id()), null, null, false, null);
        return orders.create(key, accepted).value().order();
    }

    /** Up to three shipments of what is allocated, each invoiced when it leaves; at last what nobody could ship. */
    private void shipAndInvoice(OrderId id) {
        OrderShipping shipping = world.shipping(world.automatic(InvoicingPolicy.ON_SHIPMENT));
        for (int i = 0; i < 3; i++) {
            List<ShipmentWish.Part> parts = parts(now(id), i == 2);
            if (!parts.isEmpty()) {
                shipping.ship(id, new ShipmentWish(parts, null, null, null), Optional.empty(), BY);
                shipments++;
            }
        }
        if (now(id).status().invoicing() != Progress.FULL) {
            world.invoicing().invoiceRest(id, BY);
        }
    }

    private List<ShipmentWish.Part> parts(Order order, boolean all) {
        List<ShipmentWish.Part> parts = new ArrayList<>();
        for (OrderLine line : order.content().lines()) {
            int most = line.progress().allocated().intValue();
            int some = all ? most : random.nextInt(most + 1);
            if (some > 0) {
                parts.add(new ShipmentWish.Part(line.number(), BigDecimal.valueOf(some)));
            }
        }
        return parts;
    }

    private Order now(OrderId id) {
        return world.orders().get(id, MaxAge.LIVE).value();
    }

    /** Up to three invoices, some lines in parts. */
    private void invoiceInParts(Order order) {
        Map<Integer, BigDecimal> left = new HashMap<>();
        order.content()
                .lines()
                .forEach(line -> left.put(line.number(), line.quantity().value()));
        for (int i = random.nextInt(3); i > 0; i--) {
            Map<Integer, BigDecimal> part = new HashMap<>();
            for (OrderLine line : order.content().lines()) {
                BigDecimal some = left.get(line.number())
                        .multiply(BigDecimal.valueOf(random.nextInt(100)))
                        .divide(BigDecimal.valueOf(100), 0, RoundingMode.UP);
                if (some.signum() > 0 && random.nextBoolean()) {
                    part.put(line.number(), some);
                    left.merge(line.number(), some.negate(), BigDecimal::add);
                }
            }
            if (!part.isEmpty()) {
                world.invoicing().invoice(order.id(), part, BY);
            }
        }
        if (left.values().stream().anyMatch(rest -> rest.signum() > 0)) {
            world.invoicing().invoiceRest(order.id(), BY);
        }
    }

    /** The same once more, without the code that compares at run time. */
    private void assertSumsInSql() {
        assertThat(strings("select o.id from sales_order o where o.reference like 'baskets%' and o.invoicing = 'FULL'"
                        + " and (o.gross_total <> (select sum(i.gross_total) from invoice i where i.order_id = o.id)"
                        + " or o.tax_total <> (select sum(i.tax_total) from invoice i where i.order_id = o.id)"
                        + " or o.net_total <> (select sum(i.net_total) from invoice i where i.order_id = o.id)"
                        + " or o.allowance_total <> (select sum(i.allowance_total) from invoice i where i.order_id = o.id)"
                        + " or o.charge_total <> (select sum(i.charge_total) from invoice i where i.order_id = o.id))"))
                .isEmpty();
        assertThat(strings("select id from invoice where net_total + tax_total <> gross_total"
                        + " or line_net_total - allowance_total + charge_total <> net_total"))
                .isEmpty();
    }

    private OrderRequest basket() {
        AccountId account = new AccountId("main", accounts.get(random.nextInt(accounts.size())));
        List<OrderRequest.Line> lines = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            Sold item = sold.get(random.nextInt(sold.size()));
            BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(random.nextInt(4) == 0 ? 500 : 20));
            lines.add(new OrderRequest.Line(new ItemId(item.item()), quantity, item.unit(), null, null));
        }
        String currency = random.nextInt(3) == 0 ? CURRENCIES[random.nextInt(CURRENCIES.length)] : null;
        return new OrderRequest(
                new CustomerRef.ByAccount(account),
                null,
                null,
                currency == null ? null : Currency.getInstance(currency),
                null,
                DeliveryPolicy.PARTIAL,
                CreditPolicy.HOLD,
                StockPolicy.BACKORDER,
                null,
                lines);
    }

    private List<String> strings(String sql) {
        return world.database().erp().sql(sql).query(String.class).list();
    }
}
