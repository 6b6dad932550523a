package org.throughline.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.account.Account;
import org.throughline.account.AccountAddress;
import org.throughline.account.AccountChange;
import org.throughline.account.AccountDetails;
import org.throughline.account.AccountFilter;
import org.throughline.account.AccountStatus;
import org.throughline.account.Accounts;
import org.throughline.account.AddressKind;
import org.throughline.account.AgedBalances;
import org.throughline.account.CreditStatus;
import org.throughline.account.Credits;
import org.throughline.account.ExchangeRates;
import org.throughline.account.TaxRegistration;
import org.throughline.pricing.AgreementPolicy;
import org.throughline.pricing.AppliedRule;
import org.throughline.pricing.PriceLine;
import org.throughline.pricing.PriceRequest;
import org.throughline.pricing.PricedDocument;
import org.throughline.pricing.PricedLine;
import org.throughline.pricing.Prices;
import org.throughline.pricing.PricingService;
import org.throughline.pricing.SetPrice;
import org.throughline.shared.AccountId;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Answer;
import org.throughline.shared.Capabilities;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.Operation;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.Quantity;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxIds;
import org.throughline.shared.TaxSubtotal;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;
import org.throughline.stock.Item;
import org.throughline.stock.ItemFilter;
import org.throughline.stock.ItemStatus;
import org.throughline.stock.ItemUnit;
import org.throughline.stock.Items;
import org.throughline.stock.Reservations;
import org.throughline.stock.Reserved;
import org.throughline.stock.StockLevel;
import org.throughline.stock.StockLevels;
import org.throughline.stock.StockService;
import org.throughline.stock.Warehouse;
import org.throughline.tax.TaxTreatment;

/**
 * A small ERP in memory, to be broken on purpose. It has one account in GBP, sells everything at 10.00 a piece with 20 % tax,
 * and delivers from one warehouse.
 */
final class TestErp implements Erp, Orders, Items, StockLevels, Reservations {

    static final AccountId ACCOUNT = new AccountId("main", "A1");
    static final ItemId BOLT = new ItemId("BOLT");
    static final ItemId NUT = new ItemId("NUT");
    static final ItemId PRICELESS = new ItemId("PRICELESS");

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final BigDecimal RATE = new BigDecimal("20");

    final Map<ItemId, BigDecimal> onHand = new HashMap<>(
            Map.of(BOLT, new BigDecimal("100"), NUT, new BigDecimal("5"), PRICELESS, new BigDecimal("100")));
    final Map<String, Order> orders = new LinkedHashMap<>();
    AccountStatus accountStatus = AccountStatus.ACTIVE;
    BigDecimal creditLimit = new BigDecimal("10000.00");
    Set<Operation> unsupported = Set.of();
    ApprovalLimits approvalLimits = ApprovalLimits.DEFAULT;
    final Map<ItemId, Money> costs = new HashMap<>();
    boolean hasBought = true;

    /** Run by create before anything is saved, between saving and answering, and when asked for a reference. */
    Runnable beforeSaving = () -> {};

    /** Run when an order is read by its id. */
    Runnable onReading = () -> {};

    /** Run when it is asked for prices. */
    Runnable onPricing = () -> {};

    Runnable afterSaving = () -> {};
    Runnable onFindByReference = () -> {};
    Runnable beforeReserving = () -> {};
    Runnable afterReserving = () -> {};
    int created;

    /** What everything costs a piece. */
    BigDecimal price = new BigDecimal("10.00");

    final Map<String, Kept> reservations = new LinkedHashMap<>();

    record Kept(Instant until, List<Reserved> goods) {}

    private final Clock clock;

    TestErp(Clock clock) {
        this.clock = clock;
    }

    OrderSources sources() {
        return new OrderSources(
                new Customers(),
                new OneAccount(),
                new Credit(),
                new SameCurrency(),
                this,
                this,
                new StockService(this, this, this, clock),
                new PricingService(
                        this, new Customers(), new TenPounds(), null, AgreementPolicy.FIRST, TaxIds.UNKNOWN, clock),
                new ApprovalPolicy(approvalLimits, new Facts()));
    }

    private final class Facts implements ApprovalFacts {

        @Override
        public Answer<Map<ItemId, Money>> costs(Collection<ItemId> items, MaxAge maxAge) {
            Map<ItemId, Money> found = new HashMap<>(costs);
            found.keySet().retainAll(items);
            return live(found);
        }

        @Override
        public Answer<Boolean> hasBought(AccountId account, MaxAge maxAge) {
            return live(hasBought);
        }
    }

    @Override
    public String dataset() {
        return "main";
    }

    @Override
    public String product() {
        return "Test ERP";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Capabilities capabilities() {
        return unsupported.isEmpty()
                ? Capabilities.all()
                : Capabilities.allBut(unsupported.iterator().next());
    }

    // Orders

    @Override
    public Answer<Order> get(OrderId id, MaxAge maxAge) {
        onReading.run();
        return live(orders.values().stream()
                .filter(order -> order.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ServiceFault(ErrorCode.ORDER_NOT_FOUND.at("order"))));
    }

    @Override
    public Answer<Page<Order>> find(OrderFilter filter, PageRequest page, MaxAge maxAge) {
        if (filter.reference() != null) {
            onFindByReference.run();
        }
        List<Order> found = new ArrayList<>(orders.values().stream()
                .filter(order ->
                        filter.reference() == null || filter.reference().equals(order.reference()))
                .toList());
        Collections.reverse(found);
        return live(new Page<>(found, Optional.empty()));
    }

    @Override
    public Optional<Order> findByReference(String reference) {
        onFindByReference.run();
        return Optional.ofNullable(orders.get(reference));
    }

    @Override
    public String warehouseFor(AccountId account) {
        return "MAIN";
    }

    @Override
    public Order create(String reference, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        beforeSaving.run();
        OrderDraft decided = takingOver(draft, recheck);
        created++;
        OrderId id = new OrderId("main", "SO-" + created);
        Order order = new Order(id, 1, reference, decided.content(), decided.status(), decided.holds(), List.of());
        orders.put(reference, order);
        afterSaving.run();
        return order;
    }

    private OrderDraft takingOver(OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        Map<String, Kept> before = new LinkedHashMap<>(reservations);
        draft.reservation().ifPresent(reservations::remove);
        try {
            return recheck.apply(draft);
        } catch (ServiceFault refused) {
            reservations.putAll(before);
            throw refused;
        }
    }

    // Reservations

    @Override
    public void reserve(String reference, Instant until, List<Reserved> wanted, Supplier<List<Reserved>> decision) {
        beforeReserving.run();
        reservations.remove(reference);
        reservations.put(reference, new Kept(until, decision.get()));
        afterReserving.run();
    }

    @Override
    public void release(String reference) {
        reservations.remove(reference);
    }

    BigDecimal reserved(ItemId id) {
        return reservations.values().stream()
                .filter(kept -> kept.until().isAfter(clock.instant()))
                .flatMap(kept -> kept.goods().stream())
                .filter(goods -> goods.item().equals(id))
                .map(Reserved::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Changes made, by their reference. */
    final Map<String, OrderId> changes = new LinkedHashMap<>();

    @Override
    public Order amend(OrderChange change, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        beforeSaving.run();
        Order before = expected(change);
        orders.remove(before.reference());
        try {
            OrderDraft decided = recheck.apply(draft);
            return changed(before, change, decided.content(), decided.status(), decided.holds());
        } catch (ServiceFault refused) {
            orders.put(before.reference(), before);
            throw refused;
        }
    }

    @Override
    public Order cancel(OrderChange change) {
        beforeSaving.run();
        Order before = expected(change);
        OrderStatus status = new OrderStatus(Approval.CANCELLED, Progress.NONE, Delivery.NONE, Progress.NONE);
        return changed(before, change, before.content(), status, List.of());
    }

    @Override
    public Optional<Order> findByChange(String reference) {
        onFindByReference.run();
        return Optional.ofNullable(changes.get(reference))
                .map(id -> get(id, MaxAge.LIVE).value());
    }

    private Order expected(OrderChange change) {
        Order before = get(change.order(), MaxAge.LIVE).value();
        if (before.version() != change.expectedVersion()) {
            throw new ServiceFault(ErrorCode.VERSION_CONFLICT.at("expectedVersion"));
        }
        return before;
    }

    private Order changed(
            Order before, OrderChange change, OrderContent content, OrderStatus status, List<Hold> holds) {
        Order after = new Order(
                before.id(), before.version() + 1, before.reference(), content, status, holds, events(before, change));
        orders.put(before.reference(), after);
        changes.put(change.reference(), before.id());
        afterSaving.run();
        return after;
    }

    private List<OrderEvent> events(Order before, OrderChange change) {
        boolean amended = change.kind() == OrderChange.Kind.AMENDMENT;
        OrderEvent.Kind kind = amended ? OrderEvent.Kind.AMENDED : OrderEvent.Kind.CANCELLED;
        return Stream.concat(
                        before.timeLine().stream(), Stream.of(new OrderEvent(clock.instant(), kind, "caller", null)))
                .toList();
    }

    // Items and stock

    @Override
    public Answer<Map<ItemId, Item>> get(Collection<ItemId> ids, MaxAge maxAge) {
        return live(
                ids.stream().distinct().filter(onHand::containsKey).collect(Collectors.toMap(id -> id, this::item)));
    }

    @Override
    public Answer<Page<Item>> find(ItemFilter filter, PageRequest page, MaxAge maxAge) {
        throw notExpected("find");
    }

    @Override
    public Answer<Map<ItemId, List<StockLevel>>> of(Collection<ItemId> items, MaxAge maxAge) {
        return live(items.stream()
                .distinct()
                .filter(onHand::containsKey)
                .collect(Collectors.toMap(
                        id -> id, id -> List.of(new StockLevel("MAIN", onHand.get(id), allocated(id), List.of())))));
    }

    @Override
    public Answer<List<Warehouse>> warehouses(MaxAge maxAge) {
        return live(List.of(new Warehouse("MAIN", "Main warehouse")));
    }

    private Item item(ItemId id) {
        return new Item(
                id,
                "Item " + id,
                Optional.empty(),
                ItemStatus.ACTIVE,
                true,
                List.of(new ItemUnit("EA", BigDecimal.ONE, 0), new ItemUnit("BOX", BigDecimal.TEN, 0)),
                "STANDARD",
                OptionalInt.of(14),
                List.of(),
                1,
                Instant.EPOCH);
    }

    private BigDecimal allocated(ItemId id) {
        return lines().filter(line -> line.item().equals(id))
                .map(line -> line.progress().allocated())
                .reduce(reserved(id), BigDecimal::add);
    }

    private java.util.stream.Stream<OrderLine> lines() {
        return orders.values().stream().flatMap(order -> order.content().lines().stream());
    }

    private <T> Answer<T> live(T value) {
        return Answer.live(value, clock.instant());
    }

    private static AssertionError notExpected(String call) {
        return new AssertionError("tests of orders and offers do not expect a call of " + call);
    }

    private static final class Customers implements AccountResolver {

        @Override
        public List<AccountId> accountsOf(CustomerRef customer, String path) {
            return List.of(accountFor(customer, path));
        }

        @Override
        public AccountId accountFor(CustomerRef customer, String path) {
            if (customer instanceof CustomerRef.ByAccount byAccount) {
                return byAccount.account();
            }
            throw new ServiceFault(ErrorCode.COMPANY_NOT_LINKED.at(path + ".company"));
        }
    }

    private final class OneAccount implements Accounts {

        @Override
        public Answer<Page<Account>> find(AccountFilter filter, PageRequest page, MaxAge maxAge) {
            throw notExpected("find");
        }

        @Override
        public Answer<Account> get(AccountId id, MaxAge maxAge) {
            throw notExpected("get");
        }

        @Override
        public Answer<Map<AccountId, Account>> get(Collection<AccountId> ids, MaxAge maxAge) {
            return live(ids.contains(ACCOUNT) ? Map.of(ACCOUNT, account()) : Map.of());
        }

        @Override
        public List<Violation> objectionsTo(AccountDetails details) {
            throw notExpected("objectionsTo");
        }

        @Override
        public Optional<Account> createdAs(String reference) {
            throw notExpected("createdAs");
        }

        @Override
        public Account create(AccountDetails details, String reference) {
            throw notExpected("create");
        }

        @Override
        public Account update(AccountId id, int expectedVersion, AccountChange change) {
            throw notExpected("update");
        }

        private Account account() {
            PostalAddress address = new PostalAddress("Customer", "1 High St", null, "Leeds", null, "LS1", "GB");
            return new Account(
                    ACCOUNT,
                    "Customer",
                    accountStatus,
                    List.of(),
                    "B1",
                    GBP,
                    null,
                    null,
                    null,
                    new TaxRegistration("GB", null, null),
                    null,
                    List.of(new AccountAddress("1", AddressKind.SHIPPING, true, address)),
                    List.of(),
                    1,
                    Instant.EPOCH);
        }
    }

    private final class Credit implements Credits {

        @Override
        public Answer<CreditStatus> status(AccountId account, LocalDate asOf, MaxAge maxAge) {
            BigDecimal open = orders.values().stream()
                    .map(order -> order.content().totals().gross())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            AgedBalances nothing = new AgedBalances(
                    BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
            return live(CreditStatus.ofSums(
                    account,
                    GBP,
                    asOf,
                    Optional.ofNullable(creditLimit),
                    accountStatus != AccountStatus.ACTIVE,
                    nothing,
                    BigDecimal.ZERO,
                    open,
                    BigDecimal.ZERO));
        }

        @Override
        public Answer<Map<AccountId, CreditStatus>> status(
                Collection<AccountId> accounts, LocalDate asOf, MaxAge maxAge) {
            throw notExpected("status");
        }
    }

    private final class SameCurrency implements ExchangeRates {

        @Override
        public Answer<Optional<BigDecimal>> rate(Currency from, Currency to, LocalDate on, MaxAge maxAge) {
            return live(from.equals(to) ? Optional.of(BigDecimal.ONE) : Optional.empty());
        }
    }

    private final class TenPounds implements Prices {

        @Override
        public Answer<PricedDocument> calculate(PriceRequest request, MaxAge maxAge) {
            onPricing.run();
            Violations violations = new Violations();
            List<PricedLine> lines = new ArrayList<>();
            for (int i = 0; i < request.lines().size(); i++) {
                PriceLine line = request.lines().get(i);
                if (line.item().equals(PRICELESS)) {
                    violations.add(ErrorCode.NO_PRICE.at("line[" + i + "].item"));
                }
                lines.add(priced(line));
            }
            violations.throwIfAny();
            BigDecimal net = lines.stream().map(PricedLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal tax = net.multiply(new BigDecimal("0.20")).setScale(2);
            BigDecimal zero = new BigDecimal("0.00");
            return live(new PricedDocument(
                    GBP,
                    request.date(),
                    false,
                    false,
                    lines,
                    List.of(),
                    List.of(new TaxSubtotal(TaxCategory.S, RATE, net, tax, null, null)),
                    new DocumentTotals(GBP, net, zero, zero, net, tax, net.add(tax)),
                    null,
                    List.of()));
        }

        private PricedLine priced(PriceLine line) {
            BigDecimal base = line.unit().equals("BOX") ? line.quantity().multiply(BigDecimal.TEN) : line.quantity();
            BigDecimal price = line.setPrice() == null
                    ? TestErp.this.price
                    : line.setPrice().unitPrice();
            BigDecimal net = base.multiply(price);
            return new PricedLine(
                    line.id(),
                    line.item(),
                    "Item " + line.item(),
                    new Quantity(line.quantity(), line.unit()),
                    new Quantity(base, "EA"),
                    new Quantity(base, "EA"),
                    BigDecimal.ONE,
                    price,
                    price,
                    BigDecimal.ZERO,
                    List.of(),
                    null,
                    net,
                    TaxTreatment.stated(TaxCategory.S, RATE),
                    net.multiply(new BigDecimal("0.20")).setScale(2),
                    net.multiply(new BigDecimal("1.20")).setScale(2),
                    List.of(rule(line, price)),
                    Optional.empty());
        }

        private AppliedRule rule(PriceLine line, BigDecimal price) {
            SetPrice set = line.setPrice();
            return set == null
                    ? new AppliedRule(AppliedRule.Kind.GENERAL_PRICE_LIST, "LIST", "List", price, price)
                    : new AppliedRule(set.kind(), set.kind().name(), set.reason(), price, price);
        }
    }
}
