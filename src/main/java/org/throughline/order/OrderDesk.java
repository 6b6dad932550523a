package org.throughline.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.throughline.account.Account;
import org.throughline.account.AccountStatus;
import org.throughline.pricing.PricedDocument;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;

/** Turns a request into an order that can be placed, or says everything that is against it. Writes nothing. */
final class OrderDesk {

    private final OrderSources sources;
    private final Orders orders;
    private final CreditCheck credit;
    private final StockCheck stock;
    private final OrderIntake intake;
    private final Clock clock;

    OrderDesk(OrderSources sources, Orders orders, Clock clock) {
        this.sources = sources;
        this.orders = orders;
        this.credit = new CreditCheck(sources.credits(), sources.rates());
        this.stock = new StockCheck(sources.stock());
        this.intake = new OrderIntake(sources, orders, clock);
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
        List<WantedLine> lines = intake.wantedLines(request, account.id(), violations);
        StockCheck.Result found = stockOf(lines, request);
        if (request.onStockShortage() == StockPolicy.REFUSE) {
            found.shortages().forEach(violations::add);
        }
        Optional<PricedDocument> priced = pricing(request, account).price(lines, violations);
        if (priced.isEmpty() || lines.size() < request.lines().size()) {
            throw new ServiceFault(violations.found());
        }
        TotalsCheck.compare(request.expected(), priced.get().totals()).forEach(violations::add);
        List<WantedLine> delivered = OrderPricing.withGifts(lines, priced.get(), orders.warehouseFor(account.id()));
        if (delivered.size() > lines.size()) {
            found = stockOf(delivered, request);
        }
        OrderContent content = OrderContents.of(request, account, delivered, priced.get());
        orders.objections(content).forEach(violations::add);
        List<Hold> holds = holds(content, account, request.onCreditShortage(), violations);
        violations.throwIfAny();
        OrderDraft draft = new OrderDraft(
                OrderContents.reserving(content, found.promises()),
                request.onCreditShortage(),
                request.onStockShortage(),
                holds);
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
        List<Hold> holds = holds(content, draft.onCreditShortage(), violations);
        violations.throwIfAny();
        return draft.with(
                holds, OrderContents.reserving(content, found.promises()).lines());
    }

    private OrderPricing pricing(OrderRequest request, Account account) {
        return new OrderPricing(sources, account.id(), today(), request.currency(), request.shipTo());
    }

    private StockCheck.Result stockOf(List<WantedLine> lines, OrderRequest request) {
        return stock.check(
                lines.stream().map(line -> line.wish(request.requiredDate())).toList(), today());
    }

    /** What can be delivered of an order's lines now. */
    StockCheck.Result stockFor(OrderContent content) {
        return stock.check(content, today());
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

    private List<Hold> holds(OrderContent content, Account account, CreditPolicy policy, Violations violations) {
        return account.status() == AccountStatus.INACTIVE ? List.of() : holds(content, policy, violations);
    }

    private List<Hold> holds(OrderContent content, CreditPolicy policy, Violations violations) {
        List<Violation> objections = credit.check(content);
        if (policy == CreditPolicy.HOLD) {
            return holds(content, objections);
        }
        objections.forEach(violations::add);
        return holds(content, List.of());
    }

    /**
     * What an order has to wait for.
     *
     * @param creditObjections that are to be waited for
     */
    List<Hold> holds(OrderContent content, List<Violation> creditObjections) {
        return ApprovalRules.holds(content, creditObjections, sources.approval(), sources.rates());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
