package org.throughline.erp.embedded;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.database.DocumentNumbers;
import org.throughline.erp.embedded.OrderHeads.Head;
import org.throughline.order.Approval;
import org.throughline.order.Order;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderDraft;
import org.throughline.order.OrderFilter;
import org.throughline.order.Orders;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/**
 * Orders of the embedded ERP. Every change is one transaction that locks the account first and then the stock, in a fixed
 * order.
 */
@Component
class EmbeddedOrders implements Orders {

    private static final String WAREHOUSE =
            "select b.warehouse_id from account a join branch b on b.id = a.branch_id where a.id = ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final DocumentNumbers numbers;
    private final Clock clock;
    private final String dataset;
    private final OrderReader reader;
    private final OrderWriter writer;
    private final OrderRecords records;
    private final Audit audit;
    private final StockClaims claims;
    private final List<OrderFollowUp> followUps;
    private final CreditReview review;
    private final OrderChanges changes;

    EmbeddedOrders(
            @Qualifier("erp") JdbcClient jdbc,
            @Qualifier("erp") DataSource dataSource,
            @Qualifier("erp") TransactionTemplate transactions,
            DocumentNumbers numbers,
            Clock clock,
            EmbeddedErp erp,
            List<OrderFollowUp> followUps,
            CreditReview review) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.numbers = numbers;
        this.clock = clock;
        this.dataset = erp.dataset();
        this.reader = new OrderReader(jdbc, dataset);
        this.writer = new OrderWriter(dataSource);
        this.records = new OrderRecords(jdbc, dataSource, dataset);
        this.audit = new Audit(jdbc);
        this.claims = new StockClaims(jdbc, dataSource);
        this.followUps = List.copyOf(followUps);
        this.review = review;
        this.changes = new OrderChanges(jdbc, clock, dataset, records, writer, claims, followUps);
    }

    @Override
    public Answer<Order> get(OrderId id, MaxAge maxAge) {
        Instant now = clock.instant();
        return Answer.live(records.get(id), now);
    }

    @Override
    public Answer<Page<Order>> find(OrderFilter filter, PageRequest page, MaxAge maxAge) {
        Instant now = clock.instant();
        String query = "orders" + filter;
        DocumentKey before = DocumentKey.before(page, query);
        List<Head> heads = new OrderQuery(jdbc, filter, before, page.size() + 1).heads();
        Page<Head> found =
                AccountLists.page(heads, page.size(), head -> head.key().cursor(query));
        Page<Head> checked = AccountLists.checked(found, filter.accounts(), jdbc);
        return Answer.live(new Page<>(reader.complete(checked.entries()), checked.nextCursor()), now);
    }

    @Override
    public Optional<Order> findByReference(String reference) {
        return reader
                .read(jdbc.sql(OrderHeads.SELECT + " where kind = 'ORDER' and reference = ?")
                        .param(reference))
                .stream()
                .findFirst();
    }

    @Override
    public String warehouseFor(AccountId account) {
        return jdbc.sql(WAREHOUSE)
                .param(account.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new ServiceFault(ErrorCode.ACCOUNT_NOT_FOUND.at("account")));
    }

    @Override
    public Order create(String reference, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        return Undisturbed.in(
                transactions, () -> findByReference(reference).orElseGet(() -> insert(reference, draft, recheck)));
    }

    @Override
    public Order amend(OrderChange change, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        return Undisturbed.in(transactions, () -> reviewed(changes.amend(change, draft, recheck)));
    }

    @Override
    public Order cancel(OrderChange change) {
        return Undisturbed.in(transactions, () -> reviewed(changes.cancel(change)));
    }

    /** What a changed order does not need any more of its account's credit may be enough for another one that waits for it. */
    private Order reviewed(Order changed) {
        List<OrderId> released =
                review.of(changed.content().account(), "Order " + changed.id().value() + " was changed");
        return released.contains(changed.id()) ? records.get(changed.id()) : changed;
    }

    @Override
    public Optional<Order> findByChange(String reference) {
        return changes.find(reference);
    }

    /**
     * The account is locked before credit is looked at, the stock before it is counted; what was reserved for the order is
     * free for it then, and for nobody else.
     */
    private Order insert(String reference, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        AccountLock.take(jdbc, draft.content().account());
        claims.lock(draft.content().lines());
        draft.reservation().ifPresent(reserved -> EmbeddedReservations.give(jdbc, reserved));
        OrderDraft decided = recheck.apply(draft);
        String id = "SO-%06d".formatted(numbers.next("order_number"));
        Instant now = clock.instant();
        writer.insert(id, reference, decided, now);
        audit.write(By.FACADE, now, "CREATE", Audit.Kind.ORDER, id, null);
        decided.quoted().ifPresent(quoted -> writer.promoted(quoted, id));
        claims.claim(decided.content().lines());
        if (decided.status().approval() == Approval.APPROVED) {
            followUps.forEach(follower -> follower.placed(new OrderId(dataset, id), By.FACADE));
        }
        return records.get(new OrderId(dataset, id));
    }
}
