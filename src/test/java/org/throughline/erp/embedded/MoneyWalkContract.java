package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.throughline.account.CreditStatus;
import org.throughline.erp.embedded.Payments.Receipt;
import org.throughline.erp.embedded.ReturnDesk.Arrived;
import org.throughline.erp.embedded.ReturnDesk.Wish;
import org.throughline.history.InvoiceFilter;
import org.throughline.order.Order;
import org.throughline.shared.AccountId;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/**
 * Orders, shipments, invoices, payments, credit notes and returns of one account in a random order, sensible or not: whatever
 * is refused leaves nothing behind, and after each step the books are right. {@code -Dwalk.seed=7} for another walk.
 */
abstract class MoneyWalkContract {

    private static final long SEED = Long.getLong("walk.seed", 20261122L);
    private static final By BY = new By("Walker", "Random walk");

    private final Random random = new Random(SEED);
    private final List<OrderId> orders = new ArrayList<>();
    private final List<Long> payments = new ArrayList<>();
    private final List<String> returns = new ArrayList<>();
    private int done;
    private int refused;

    abstract EmbeddedOrderWorld world();

    abstract int steps();

    @Test
    void theBooksAreRightWhateverHappensInWhateverOrder() {
        AccountId account = world().account(null);
        orders.add(order(account));
        for (int i = 0; i < steps(); i++) {
            try {
                step(account);
                done++;
            } catch (ServiceFault senseless) {
                refused++;
            }
            assertBooks(account);
        }
        System.out.printf("%d steps done, %d refused, %d orders%n", done, refused, orders.size());
        assertThat(done).isGreaterThan(steps() / 4);
        assertThat(refused).isPositive();
    }

    private void step(AccountId account) {
        switch (random.nextInt(12)) {
            case 0 -> orders.add(order(account));
            case 1 ->
                world().shipping()
                        .ship(
                                any(orders),
                                new ShipmentWish(List.of(), null, null, null),
                                java.util.Optional.empty(),
                                BY);
            case 2 -> world().invoicing().invoiceShipped(any(orders), BY);
            case 3 -> world().invoicing().invoice(any(orders), Map.of(line(), quantity()), BY);
            case 4 -> pay(account);
            case 5 -> world().payments().allocate(any(payments), List.of(allocation(account)), BY);
            case 6 ->
                world().creditNotes().credit(anInvoice(account), Map.of(line(), quantity()), random.nextBoolean(), BY);
            case 7 -> world().creditNotes().allocate(aCreditNote(account), List.of(allocation(account)), BY);
            case 8 ->
                returns.add(
                        desk().request(any(orders), List.of(new Wish(line(), quantity(), ReturnReason.OTHER, null)), BY)
                                .id());
            case 9 -> receive(any(returns));
            case 10 -> desk().credit(any(returns), BY);
            default -> world().clock().advance(Duration.ofHours(random.nextInt(48)));
        }
    }

    private OrderId order(AccountId account) {
        Order order = new Sales(world()).order(account, quantity() + "", quantity() + "");
        world().database()
                .erp()
                .sql("update sales_order_line set net = net + 0.01 where order_id = ? and line_no = 1")
                .param(order.id().value())
                .update();
        world().database()
                .erp()
                .sql("update sales_order_tax set taxable = taxable + 0.01 where order_id = ?")
                .param(order.id().value())
                .update();
        world().database()
                .erp()
                .sql("update sales_order set line_net_total = line_net_total + 0.01, net_total = net_total + 0.01,"
                        + " gross_total = gross_total + 0.01 where id = ?")
                .param(order.id().value())
                .update();
        return order.id();
    }

    private void pay(AccountId account) {
        List<Allocation> some = random.nextBoolean() ? List.of(allocation(account)) : List.of();
        BigDecimal amount =
                amount().add(some.stream().map(Allocation::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        Receipt receipt = new Receipt(account, amount, null, null, null, null, some);
        payments.add(world().payments().receive(receipt, BY).id());
    }

    private void receive(String id) {
        GoodsReturn goods = desk().get(id);
        if (goods.state() == org.throughline.history.ReturnState.REQUESTED) {
            desk().authorise(id, BY);
        }
        BigDecimal quantity = goods.lines().get(0).quantity().subtract(BigDecimal.valueOf(random.nextInt(2)));
        desk().receive(id, null, List.of(new Arrived(1, quantity, quantity.min(BigDecimal.ONE))), BY);
    }

    /** What the documents say, what the accounts say, and what the history says: it is all the same. */
    private void assertBooks(AccountId account) {
        none("invoices are settled by what was allocated", """
                invoice i where i.account_id = ? and i.settled <>
                    coalesce((select sum(a.amount) from payment_allocation a where a.invoice_id = i.id), 0)
                    + coalesce((select sum(c.amount) from credit_allocation c
                        where c.invoice_id = i.id or c.credit_note_id = i.id), 0)""", account);
        none(
                "nothing is settled beyond its value",
                "invoice i where i.account_id = ? and (settled > gross_total or settled < 0)",
                account);
        none("payments are not used twice", """
                payment p where p.account_id = ? and p.amount <
                    coalesce((select sum(a.amount) from payment_allocation a where a.payment_id = p.id), 0)""", account);
        none("no more is credited than was invoiced", """
                invoice i where i.account_id = ? and i.kind = 'INVOICE' and i.gross_total <
                    coalesce((select sum(c.gross_total) from invoice c where c.corrects_id = i.id), 0)""", account);
        none("no more is invoiced than was ordered", """
                sales_order_line l where l.account_id = ? and (l.invoiced > l.quantity or l.invoiced <>
                    coalesce((select sum(n.quantity) from invoice i join invoice_line n on n.invoice_id = i.id
                        where i.order_id = l.order_id and i.kind = 'INVOICE' and n.order_line_no = l.line_no), 0))""", account);
        none("invoices of a whole order are the order", """
                sales_order o where o.account_id = ? and o.invoicing = 'FULL' and o.gross_total <>
                    (select sum(i.gross_total) from invoice i where i.order_id = o.id and i.kind = 'INVOICE')""", account);
        none("no more comes back than was shipped", """
                sales_order_line l where l.account_id = ? and l.shipped <
                    coalesce((select sum(coalesce(r.received, r.quantity)) from return_line r
                        join return_request q on q.id = r.return_id
                        where q.order_id = l.order_id and r.order_line_no = l.line_no and q.status <> 'REJECTED'), 0)""", account);
        none(
                "documents add up",
                "invoice i where i.account_id = ? and (net_total + tax_total <> gross_total or gross_total < 0)",
                account);
        assertBalance(account);
    }

    private void assertBalance(AccountId account) {
        LocalDate today = LocalDate.now(world().clock());
        CreditStatus status =
                world().sources().credits().status(account, today, MaxAge.LIVE).value();
        BigDecimal books = status.openInvoices().subtract(status.unallocatedCash());
        BigDecimal invoices = sum(
                "select coalesce(sum(case when kind = 'INVOICE' then gross_total - settled"
                        + " else settled - gross_total end), 0) from invoice where account_id = ?",
                account);
        BigDecimal cash = sum("select coalesce(sum(amount), 0) from payment where account_id = ?", account)
                .subtract(sum(
                        "select coalesce(sum(a.amount), 0) from payment_allocation a"
                                + " join payment p on p.id = a.payment_id where p.account_id = ?",
                        account));
        assertThat(books).as("the account's balance").isEqualByComparingTo(invoices.subtract(cash));
        BigDecimal history = world()
                .invoices()
                .find(List.of(account), InvoiceFilter.ALL, PageRequest.first(500), MaxAge.LIVE)
                .value()
                .entries()
                .stream()
                .map(invoice -> invoice.kind() == org.throughline.history.InvoiceKind.INVOICE
                        ? invoice.outstanding()
                        : invoice.outstanding().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(history).as("the history's balance").isEqualByComparingTo(invoices);
    }

    private void none(String rule, String wrong, AccountId account) {
        assertThat(world().database()
                        .erp()
                        .sql("select count(*) from " + wrong)
                        .param(account.value())
                        .query(Integer.class)
                        .single())
                .as(rule)
                .isZero();
    }

    private BigDecimal sum(String sql, AccountId account) {
        return world().database()
                .erp()
                .sql(sql)
                .param(account.value())
                .query(BigDecimal.class)
                .single();
    }

    private Allocation allocation(AccountId account) {
        InvoiceId invoice = anInvoice(account);
        if (invoice.value().equals("NONE")) {
            return new Allocation("NONE", amount());
        }
        BigDecimal left = world().database()
                .erp()
                .sql("select gross_total - settled from invoice where id = ?")
                .param(invoice.value())
                .query(BigDecimal.class)
                .single()
                .setScale(2, RoundingMode.UNNECESSARY);
        return new Allocation(invoice.value(), random.nextBoolean() && left.signum() > 0 ? left : amount());
    }

    private InvoiceId anInvoice(AccountId account) {
        return document(account, "INVOICE");
    }

    private InvoiceId aCreditNote(AccountId account) {
        return document(account, "CREDIT_NOTE");
    }

    private InvoiceId document(AccountId account, String kind) {
        List<String> ids = world().database()
                .erp()
                .sql("select id from invoice where account_id = ? and kind = ? order by id")
                .params(account.value(), kind)
                .query(String.class)
                .list();
        return new InvoiceId("main", ids.isEmpty() ? "NONE" : any(ids));
    }

    private <T> T any(List<T> all) {
        if (all.isEmpty()) {
            throw new ServiceFault(org.throughline.shared.ErrorCode.ORDER_NOT_FOUND.at("order", "There is none yet."));
        }
        return all.get(random.nextInt(all.size()));
    }

    private int line() {
        return 1 + random.nextInt(2);
    }

    private BigDecimal quantity() {
        return BigDecimal.valueOf(1 + random.nextInt(7));
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(1 + random.nextInt(5000), 2);
    }

    private ReturnDesk desk() {
        return world().returnDesk();
    }
}
