package org.throughline.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.throughline.account.Account;
import org.throughline.account.AccountStatus;
import org.throughline.account.AddressKind;
import org.throughline.pricing.Buyer;
import org.throughline.pricing.PriceLine;
import org.throughline.pricing.PriceRequest;
import org.throughline.pricing.PricedDocument;
import org.throughline.pricing.PricedLine;
import org.throughline.shared.AccountId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.Quantity;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;
import org.throughline.stock.Item;
import org.throughline.stock.Warehouse;

/** Turns a request into an order that can be placed, or says everything that is against it. Writes nothing. */
final class OrderDesk {

    private final OrderSources sources;
    private final Orders orders;
    private final CreditCheck credit;
    private final StockCheck stock;
    private final Clock clock;

    OrderDesk(OrderSources sources, Orders orders, Clock clock) {
        this.sources = sources;
        this.orders = orders;
        this.credit = new CreditCheck(sources.credits(), sources.rates());
        this.stock = new StockCheck(sources.stock());
        this.clock = clock;
    }

    /**
     * Checks, prices and taxes a request and decides on it, by what the ERP says now.
     *
     * @throws ServiceFault with everything that is against the order, as far as it can be known: totals and credit are
     *     not looked at while a line has no price
     */
    OrderDraft draft(OrderRequest request) {
        return terms(request).draft();
    }

    /** As {@link #draft}, with all that the draft was made from. */
    OfferTerms terms(OrderRequest request) {
        requireFewLines(request);
        Account account = account(request);
        Violations violations = new Violations();
        requireActive(account, violations);
        List<WantedLine> lines = wantedLines(request, account, violations);
        StockCheck.Result found = stockOf(lines, request);
        if (request.onStockShortage() == StockPolicy.REFUSE) {
            found.shortages().forEach(violations::add);
        }
        Optional<PricedDocument> priced = price(request, account, lines, violations);
        if (priced.isEmpty() || lines.size() < request.lines().size()) {
            throw new ServiceFault(violations.found());
        }
        TotalsCheck.compare(request.expected(), priced.get().totals()).forEach(violations::add);
        List<WantedLine> delivered = withGifts(lines, priced.get(), account);
        if (delivered.size() > lines.size()) {
            found = stockOf(delivered, request);
        }
        OrderContent content = content(request, account, delivered, priced.get());
        List<Hold> holds = holds(content, account, request.onCreditShortage(), violations);
        violations.throwIfAny();
        OrderDraft draft = new OrderDraft(
                reserving(content, found.promises()), request.onCreditShortage(), request.onStockShortage(), holds);
        return new OfferTerms(request.by(account.id()), draft, priced.get(), found.promises());
    }

    /**
     * Decides anew on the credit and stock of a draft.
     *
     * @throws ServiceFault CREDIT_EXCEEDED, ACCOUNT_ON_HOLD, INSUFFICIENT_STOCK, where they are not to be waited for
     */
    OrderDraft recheck(OrderDraft draft) {
        Violations violations = new Violations();
        OrderContent content = draft.content();
        StockCheck.Result found = stockFor(content);
        if (draft.onStockShortage() == StockPolicy.REFUSE) {
            found.shortages().forEach(violations::add);
        }
        List<Hold> holds = holds(credit.check(content), draft.onCreditShortage(), violations);
        violations.throwIfAny();
        return draft.with(holds, reserving(content, found.promises()).lines());
    }

    private StockCheck.Result stockOf(List<WantedLine> lines, OrderRequest request) {
        return stock.check(
                lines.stream().map(line -> line.wish(request.requiredDate())).toList(), today());
    }

    /** What promotions give stands after what was asked for. */
    private List<WantedLine> withGifts(List<WantedLine> lines, PricedDocument priced, Account account) {
        List<WantedLine> all = new ArrayList<>(lines);
        for (PricedLine line :
                priced.lines().subList(lines.size(), priced.lines().size())) {
            String warehouse = orders.warehouseFor(account.id());
            all.add(new WantedLine(all.size(), line.item(), line.quantity(), null, warehouse, null, true));
        }
        return all;
    }

    /** What can be delivered of an order's lines now. */
    StockCheck.Result stockFor(OrderContent content) {
        List<StockCheck.Wish> wishes = content.lines().stream()
                .map(line -> StockCheck.Wish.of(line, content.requiredDate()))
                .toList();
        return stock.check(wishes, today());
    }

    /** What is against an order on credit now; empty when nothing is. */
    List<Violation> creditObjections(OrderContent content) {
        return credit.check(content);
    }

    private static void requireFewLines(OrderRequest request) {
        if (request.lines().isEmpty()) {
            throw new ServiceFault(ErrorCode.INVALID_VALUE.at("order.line", "An order has at least one line."));
        }
        if (request.lines().size() > OrderRequest.MAX_LINES) {
            Remedy remedy = Remedy.atMost("Split the order.", BigDecimal.valueOf(OrderRequest.MAX_LINES));
            throw new ServiceFault(ErrorCode.TOO_MANY_LINES.at("order.line").withRemedy(remedy));
        }
    }

    /** @throws ServiceFault ACCOUNT_NOT_FOUND, ACCOUNT_ON_HOLD at path when the account cannot order anything */
    void requireTraded(AccountId id, String path) {
        Violations violations = new Violations();
        requireActive(account(id), violations);
        violations.found().stream()
                .map(violation -> violation.at(path))
                .findFirst()
                .ifPresent(violation -> {
                    throw new ServiceFault(violation);
                });
    }

    private Account account(OrderRequest request) {
        return account(sources.customers().accountFor(request.customer(), Paths.CUSTOMER));
    }

    private Account account(AccountId id) {
        return Optional.ofNullable(
                        sources.accounts().get(List.of(id), MaxAge.LIVE).value().get(id))
                .orElseThrow(() -> new ServiceFault(ErrorCode.ACCOUNT_NOT_FOUND.at(Paths.CUSTOMER)));
    }

    private static void requireActive(Account account, Violations violations) {
        if (account.status() == AccountStatus.INACTIVE) {
            violations.add(ErrorCode.ACCOUNT_ON_HOLD.at(Paths.CUSTOMER, "The account is no longer traded with."));
        }
    }

    private List<WantedLine> wantedLines(OrderRequest request, Account account, Violations violations) {
        Map<ItemId, Item> items = items(request);
        LineChecks checks = new LineChecks(items, warehouses(), today());
        checks.requiredDate(request.requiredDate(), Paths.REQUIRED_DATE).ifPresent(violations::add);
        String usualWarehouse = orders.warehouseFor(account.id());
        List<WantedLine> wanted = new ArrayList<>();
        for (int i = 0; i < request.lines().size(); i++) {
            OrderRequest.Line line = request.lines().get(i);
            List<Violation> objections = checks.check(line, i);
            objections.forEach(violations::add);
            if (objections.isEmpty()) {
                wanted.add(wanted(line, i, items.get(line.item()), usualWarehouse));
            }
        }
        return wanted;
    }

    private Map<ItemId, Item> items(OrderRequest request) {
        List<ItemId> ids = request.lines().stream().map(OrderRequest.Line::item).toList();
        return sources.items().get(ids, MaxAge.LIVE).value();
    }

    private List<String> warehouses() {
        return sources.stockLevels().warehouses(MaxAge.LIVE).value().stream()
                .map(Warehouse::code)
                .toList();
    }

    private static WantedLine wanted(OrderRequest.Line line, int index, Item item, String usualWarehouse) {
        String unit = line.unit() == null ? item.baseUnit().code() : line.unit();
        String warehouse = line.warehouse() == null ? usualWarehouse : line.warehouse();
        return new WantedLine(
                index,
                line.item(),
                new Quantity(line.quantity(), unit),
                line.requiredDate(),
                warehouse,
                line.agreed() == null ? null : line.agreed().asSetPrice(),
                false);
    }

    /** @return empty when there is no price; why stands in the violations */
    private Optional<PricedDocument> price(
            OrderRequest request, Account account, List<WantedLine> lines, Violations violations) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(sources.pricing()
                    .calculate(priceRequest(request, account, lines), MaxAge.LIVE)
                    .value());
        } catch (ServiceFault noPrice) {
            List<Integer> indexes = lines.stream().map(WantedLine::index).toList();
            noPrice.violations().stream()
                    .map(violation -> Paths.inOrder(violation, indexes))
                    .filter(violation -> !violations.found().contains(violation))
                    .forEach(violations::add);
            return Optional.empty();
        }
    }

    private PriceRequest priceRequest(OrderRequest request, Account account, List<WantedLine> lines) {
        return new PriceRequest(
                new Buyer.Customer(new CustomerRef.ByAccount(account.id())),
                today(),
                request.currency(),
                request.shipTo(),
                lines.stream()
                        .map(line -> new PriceLine(
                                null,
                                line.item(),
                                line.quantity().value(),
                                line.quantity().unit(),
                                line.setPrice()))
                        .toList());
    }

    private List<Hold> holds(OrderContent content, Account account, CreditPolicy policy, Violations violations) {
        return account.status() == AccountStatus.INACTIVE
                ? List.of()
                : holds(credit.check(content), policy, violations);
    }

    private static List<Hold> holds(List<Violation> objections, CreditPolicy policy, Violations violations) {
        if (policy == CreditPolicy.HOLD) {
            return CreditCheck.holds(objections);
        }
        objections.forEach(violations::add);
        return List.of();
    }

    private static OrderContent content(
            OrderRequest request, Account account, List<WantedLine> lines, PricedDocument priced) {
        return new OrderContent(
                account.id(),
                request.customerReference(),
                priced.date(),
                request.requiredDate(),
                priced.currency(),
                priced.pricesIncludeTax(),
                request.shipTo() == null ? deliveryAddress(account) : request.shipTo(),
                request.delivery(),
                IntStream.range(0, lines.size())
                        .mapToObj(i -> line(lines.get(i), priced.lines().get(i)))
                        .toList(),
                priced.adjustments(),
                priced.taxes(),
                priced.totals());
    }

    private static PostalAddress deliveryAddress(Account account) {
        return account.defaultAddress(AddressKind.SHIPPING)
                .or(() -> account.defaultAddress(AddressKind.BILLING))
                .map(address -> address.address())
                .orElse(null);
    }

    private static OrderLine line(WantedLine wanted, PricedLine priced) {
        return new OrderLine(
                wanted.index() + 1,
                wanted.item(),
                priced.description(),
                wanted.quantity(),
                priced.baseQuantity().value(),
                price(priced),
                wanted.requiredDate(),
                wanted.warehouse(),
                LineProgress.NONE);
    }

    private static LinePrice price(PricedLine priced) {
        return new LinePrice(
                priced.listPrice(),
                priced.unitPrice(),
                priced.pricedQuantity().unit(),
                priced.priceBaseQuantity(),
                priced.discountPercent(),
                priced.allowance(),
                priced.freeBy(),
                priced.overrideReason(),
                priced.net(),
                priced.taxCategory(),
                priced.taxRatePercent());
    }

    /** With as much allocated to each line as can be reserved. */
    static OrderContent reserving(OrderContent content, List<LinePromise> promises) {
        List<OrderLine> lines = content.lines();
        return content.with(IntStream.range(0, lines.size())
                .mapToObj(i ->
                        lines.get(i).with(LineProgress.allocated(promises.get(i).reservable())))
                .toList());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
