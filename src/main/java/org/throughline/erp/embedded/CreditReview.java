package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.account.CreditBook;
import org.throughline.account.CreditRules;
import org.throughline.account.CreditStatus;
import org.throughline.account.CreditVerdict;
import org.throughline.account.OpenDocument;
import org.throughline.order.HoldReason;
import org.throughline.order.Order;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.OrderId;

/**
 * Releases orders that were held for credit, as soon as the credit suffices: the oldest first, each by the rules of this
 * installation, against everything that is open but the orders that wait still. An order that is too large does not keep
 * smaller ones behind it waiting.
 */
@Component
public class CreditReview {

    private static final String WHO = "credit control";
    private static final Set<ErrorCode> OBJECTIONS = Set.of(ErrorCode.CREDIT_EXCEEDED, ErrorCode.CREDIT_OVERDUE);
    private static final String HELD = """
            select o.id from sales_order o join sales_order_hold h on h.order_id = o.id
            where o.account_id = ? and o.kind = 'ORDER' and o.approval = 'PENDING' and h.reason_code = 'CREDIT'
            order by o.ordered_on, o.id""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final EmbeddedCreditBooks books;
    private final CreditRules rules;
    private final OrderDecisions decisions;
    private final OrderRecords orders;
    private final Clock clock;
    private final String dataset;

    CreditReview(
            @Qualifier("erp") JdbcClient jdbc,
            @Qualifier("erp") DataSource dataSource,
            @Qualifier("erp") TransactionTemplate transactions,
            EmbeddedExchangeRates rates,
            CreditRules rules,
            OrderDecisions decisions,
            Clock clock,
            EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.books = new EmbeddedCreditBooks(jdbc, rates, clock, erp);
        this.rules = rules;
        this.decisions = decisions;
        this.orders = new OrderRecords(jdbc, dataSource, erp.dataset());
        this.clock = clock;
        this.dataset = erp.dataset();
    }

    /**
     * Looks at an account's orders again.
     *
     * @param why what made the credit better, for people
     * @return the orders that do not wait for credit any more
     * @throws org.throughline.shared.ServiceFault ACCOUNT_NOT_FOUND
     */
    public List<OrderId> of(AccountId account, String why) {
        return Undisturbed.in(transactions, () -> {
            AccountLock.take(jdbc, account);
            List<OrderId> released = new ArrayList<>();
            for (String id :
                    jdbc.sql(HELD).param(account.value()).query(String.class).list()) {
                if (passes(account, id)) {
                    released.add(release(new OrderId(dataset, id), why));
                }
            }
            return released;
        });
    }

    private OrderId release(OrderId id, String why) {
        Order order = orders.locked(id);
        decisions.lift(order, HoldReason.CREDIT, new By(WHO, why));
        orders.raiseVersion(id, clock.instant());
        return id;
    }

    private boolean passes(AccountId account, String order) {
        CreditBook book = books.of(List.of(account), LocalDate.now(clock), MaxAge.LIVE)
                .value()
                .get(account);
        Optional<Money> needed = book.documents().stream()
                .filter(document -> document.kind() == OpenDocument.Kind.HELD_ORDER)
                .filter(document -> document.id().equals(order))
                .findFirst()
                .map(document -> new Money(document.value(), book.currency()));
        CreditVerdict verdict = CreditStatus.of(withoutHeld(book), rules)
                .check(needed.orElseGet(() -> Money.zero(book.currency())), BigDecimal.ONE);
        return verdict.objections().stream().noneMatch(OBJECTIONS::contains);
    }

    private static CreditBook withoutHeld(CreditBook book) {
        return new CreditBook(
                book.account(),
                book.currency(),
                book.asOf(),
                book.limit(),
                book.onHold(),
                book.documents().stream()
                        .filter(document -> document.kind() != OpenDocument.Kind.HELD_ORDER)
                        .toList());
    }
}
