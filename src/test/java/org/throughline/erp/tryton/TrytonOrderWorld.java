package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.throughline.account.Accounts;
import org.throughline.account.Credits;
import org.throughline.account.ExchangeRates;
import org.throughline.account.LinkedAccounts;
import org.throughline.account.Links;
import org.throughline.order.AdjustableClock;
import org.throughline.order.ApprovalFacts;
import org.throughline.order.ApprovalLimits;
import org.throughline.order.ApprovalPolicy;
import org.throughline.order.OrderSources;
import org.throughline.order.OrderWorld;
import org.throughline.order.Orders;
import org.throughline.pricing.AgreementPolicy;
import org.throughline.pricing.PriceLists;
import org.throughline.pricing.Prices;
import org.throughline.pricing.PricingService;
import org.throughline.shared.AccountId;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Erp;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;
import org.throughline.shared.TaxIds;
import org.throughline.stock.Items;
import org.throughline.stock.Reservations;
import org.throughline.stock.Reserved;
import org.throughline.stock.StockLevels;
import org.throughline.stock.StockService;

/** A live Tryton with all that an order needs. Its time is the real one; the service's stands still. */
final class TrytonOrderWorld implements OrderWorld {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final TrytonParts parts;
    private final TrytonClient administrator;
    private final AdjustableClock clock = new AdjustableClock(Instant.now().toString());
    private final String prefix = "T" + System.nanoTime() % 1_000_000 + "-";
    private final long pieces;

    TrytonOrderWorld(TrytonServer server) {
        this(new TrytonParts(server.settings()), server.administrator());
    }

    TrytonOrderWorld(TrytonParts parts, TrytonClient administrator) {
        this.parts = parts;
        this.administrator = administrator;
        this.pieces = pieces();
    }

    TrytonParts parts() {
        return parts;
    }

    TrytonClient administrator() {
        return administrator;
    }

    void close() {
        parts.close();
    }

    @Override
    public AdjustableClock clock() {
        return clock;
    }

    @Override
    public Erp erp() {
        return parts.get(Erp.class);
    }

    @Override
    public Orders orders() {
        return parts.get(Orders.class);
    }

    @Override
    public OrderSources sources() {
        return sources(ApprovalLimits.DEFAULT);
    }

    private OrderSources sources(ApprovalLimits limits) {
        Links noLinks = null;
        AccountResolver customers = new LinkedAccounts(noLinks, erp());
        Items items = parts.get(Items.class);
        StockLevels levels = parts.get(StockLevels.class);
        PriceLists noLists = null;
        return new OrderSources(
                customers,
                parts.get(Accounts.class),
                parts.get(Credits.class),
                parts.get(ExchangeRates.class),
                items,
                levels,
                new StockService(erp(), items, levels, clock),
                new PricingService(
                        erp(),
                        customers,
                        parts.get(Prices.class),
                        noLists,
                        AgreementPolicy.FIRST,
                        TaxIds.UNKNOWN,
                        clock),
                new ApprovalPolicy(limits, parts.get(ApprovalFacts.class)));
    }

    /** Tryton keeps no goods for something that is not ordered. */
    @Override
    public Reservations reservations() {
        return new Reservations() {
            @Override
            public void reserve(
                    String reference, Instant until, List<Reserved> wanted, Supplier<List<Reserved>> decision) {
                throw new AssertionError("this test does not expect a reservation");
            }

            @Override
            public void release(String reference) {
                throw new AssertionError("this test does not expect a reservation");
            }
        };
    }

    @Override
    public AccountId account(String creditLimit) {
        String code = prefix + "A" + NUMBER.incrementAndGet();
        Map<String, Object> address = new HashMap<>();
        address.put("party_name", "Customer " + code);
        address.put("street", "1 High Street");
        address.put("city", "Leeds");
        address.put("postal_code", "LS1");
        address.put("country", one("country.country", "code", "GB"));
        address.put("invoice", true);
        address.put("delivery", true);
        Map<String, Object> party = new HashMap<>();
        party.put("name", "Customer " + code);
        party.put("code", code);
        party.put("addresses", creating(address));
        party.put("credit_limit_amount", creditLimit == null ? null : new BigDecimal(creditLimit));
        create("party.party", party);
        return new AccountId(TrytonParts.DATASET, code);
    }

    @Override
    public ItemId item(String onHand) {
        String code = prefix + "I" + NUMBER.incrementAndGet();
        Map<String, Object> product = new HashMap<>();
        product.put("suffix_code", code);
        product.put("cost_price", new BigDecimal("6.0000"));
        Map<String, Object> template = new HashMap<>();
        template.put("name", "Item " + code);
        template.put("type", "goods");
        template.put("default_uom", pieces);
        template.put("sale_uom", pieces);
        template.put("salable", true);
        template.put("list_price", new BigDecimal("10.00"));
        template.put("cost_price_method", "fixed");
        template.put("account_category", one("product.category", "name", "Standard rated"));
        template.put("products", creating(product));
        create("product.template", template);
        ItemId item = new ItemId(code);
        count(item, onHand);
        return item;
    }

    /** EA, and BOX of ten. */
    private long pieces() {
        TrytonQuery known = TrytonQuery.of("product.uom").where("symbol", "=", "EA");
        List<TrytonRecord> units = administrator.searchRead(known);
        if (!units.isEmpty()) {
            return units.get(0).id();
        }
        long category = create("product.uom.category", Map.of("name", "Pieces of tests"));
        create("product.uom", unit("Box", "BOX", category, 10, 0.1));
        return create("product.uom", unit("Each", "EA", category, 1, 1));
    }

    private static Map<String, Object> unit(String name, String symbol, long category, double factor, double rate) {
        return Map.of(
                "name", name,
                "symbol", symbol,
                "category", category,
                "factor", factor,
                "rate", rate,
                "rounding", 1.0,
                "digits", 0);
    }

    @Override
    public BigDecimal allocated(ItemId item) {
        throw new AssertionError("Tryton reserves nothing when it takes an order");
    }

    @Override
    public void count(ItemId item, String onHand) {
        long warehouse = one("stock.location", "code", "LON");
        long storage = administrator
                .read("stock.location", List.of(warehouse), List.of("storage_location"), Map.of())
                .get(0)
                .id("storage_location");
        Map<String, Object> line = Map.of("product", product(item), "quantity", Double.valueOf(onHand));
        Map<String, Object> inventory = new HashMap<>();
        inventory.put("location", storage);
        inventory.put("date", LocalDate.now());
        inventory.put("empty_quantity", "keep");
        inventory.put("lines", creating(line));
        press("stock.inventory", "confirm", create("stock.inventory", inventory));
    }

    @Override
    public void price(ItemId item, String unitPrice) {
        long template = administrator
                .read("product.product", List.of(product(item)), List.of("template"), Map.of())
                .get(0)
                .id("template");
        administrator.write(
                "product.template", List.of(template), Map.of("list_price", new BigDecimal(unitPrice)), Map.of());
    }

    /** Of the shipment that is waiting, no more than the quantity of the line is packed; Tryton plans another for the rest. */
    @Override
    public void ship(OrderId order, int line, String quantity) {
        TrytonRecord sale = administrator
                .read(
                        Sale.MODEL,
                        List.of(Long.valueOf(order.value())),
                        List.of("lines.moves.shipment", "lines.moves.state", "shipments.state"),
                        Map.of())
                .get(0);
        long move = sale.all("lines").get(line - 1).all("moves").stream()
                .filter(each -> each.text("state").equals("draft"))
                .findFirst()
                .orElseThrow()
                .id();
        long shipment = sale.all("shipments").stream()
                .filter(each -> each.text("state").equals("waiting"))
                .findFirst()
                .orElseThrow()
                .id();
        press("stock.shipment.out", "draft", shipment);
        administrator.write("stock.move", List.of(move), Map.of("quantity", Double.valueOf(quantity)), Map.of());
        press("stock.shipment.out", "wait", shipment);
        Arrays.asList("assign_try", "pick", "pack", "done")
                .forEach(button -> press("stock.shipment.out", button, shipment));
    }

    private long product(ItemId item) {
        return one("product.product", "code", item.value());
    }

    void press(String model, String button, long id) {
        administrator.call("model." + model + "." + button, List.of(List.of(id)));
    }

    long create(String model, Map<String, Object> values) {
        return administrator.create(model, List.of(values), Map.of()).get(0);
    }

    long one(String model, String field, Object value) {
        List<TrytonRecord> found =
                administrator.searchRead(TrytonQuery.of(model).where(field, "=", value));
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " of " + model + " with this " + field);
        }
        return found.get(0).id();
    }

    private static List<Object> creating(Map<String, Object> values) {
        return List.of(List.of("create", List.of(values)));
    }
}
