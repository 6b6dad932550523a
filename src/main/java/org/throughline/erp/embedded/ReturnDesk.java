package org.throughline.erp.embedded;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.database.DocumentNumbers;
import org.throughline.history.ReturnState;
import org.throughline.order.Order;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderLine;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.OrderId;
import org.throughline.shared.ServiceFault;

/** Goods that come back: asked for, authorised, received and inspected, credited; or rejected. */
@Component
public class ReturnDesk {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final DocumentNumbers numbers;
    private final Clock clock;
    private final String dataset;
    private final CreditNotes creditNotes;
    private final OrderRecords orders;
    private final ReturnRecords records;
    private final ReturnStock stock;
    private final ReturnCredits credits;
    private final Audit audit;

    ReturnDesk(
            @Qualifier("erp") JdbcClient jdbc,
            @Qualifier("erp") DataSource dataSource,
            @Qualifier("erp") TransactionTemplate transactions,
            DocumentNumbers numbers,
            CreditNotes creditNotes,
            Clock clock,
            EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.numbers = numbers;
        this.clock = clock;
        this.dataset = erp.dataset();
        this.creditNotes = creditNotes;
        this.orders = new OrderRecords(jdbc, dataSource, dataset);
        this.records = new ReturnRecords(jdbc, dataSource);
        this.stock = new ReturnStock(jdbc, dataSource);
        this.credits = new ReturnCredits(jdbc);
        this.audit = new Audit(jdbc);
    }

    /**
     * What a customer wants to send back.
     *
     * @param orderLine number of the order's line
     * @param quantity in its unit
     * @param reason null for the text of the code
     */
    public record Wish(int orderLine, BigDecimal quantity, ReturnReason code, String reason) {

        public Wish {
            requireNonNull(quantity, "quantity");
            requireNonNull(code, "code");
        }
    }

    /**
     * What came of a line of a return.
     *
     * @param line number of the return's line
     * @param quantity that came
     * @param restock what of it is as good as new and goes on stock; the rest is scrapped
     */
    public record Arrived(int line, BigDecimal quantity, BigDecimal restock) {

        public Arrived {
            requireNonNull(quantity, "quantity");
            requireNonNull(restock, "restock");
        }
    }

    /** @throws ServiceFault RETURN_NOT_FOUND at return */
    public GoodsReturn get(String id) {
        return records.get(id);
    }

    /**
     * Asks for a return of goods that an order delivered.
     *
     * @throws ServiceFault ORDER_NOT_FOUND at order; INVALID_VALUE and INVALID_QUANTITY at lines[n], so that never more comes
     *     back than was shipped
     */
    public GoodsReturn request(OrderId order, List<Wish> wishes, By by) {
        return Undisturbed.in(transactions, () -> {
            Order delivered = orders.locked(order);
            ReturnRules.checkRequest(delivered, wishes, records.comingBack(order.value()));
            String id = "RT-%06d".formatted(numbers.next("return_number"));
            records.insert(request(id, delivered, wishes), clock.instant());
            audit.write(by, clock.instant(), "REQUEST", Audit.Kind.RETURN, id, order.value());
            return records.get(id);
        });
    }

    /** The customer may send the goods. */
    public GoodsReturn authorise(String id, By by) {
        return step(id, ReturnState.AUTHORISED, "AUTHORISE", by, (goods, now) -> {});
    }

    /** Nothing is credited: before the goods came, they stay with the customer; afterwards, they stay where they are. */
    public GoodsReturn reject(String id, By by) {
        return step(id, ReturnState.REJECTED, "REJECT", by, (goods, now) -> {});
    }

    /**
     * Takes the goods in and inspects them.
     *
     * @param warehouse null for where they were shipped from
     * @param arrived empty when all of it came and goes on stock; a line that is not named did not come
     * @throws ServiceFault RETURN_NOT_FOUND; WRONG_STATE; WAREHOUSE_NOT_FOUND; INVALID_VALUE and INVALID_QUANTITY at lines[n]
     */
    public GoodsReturn receive(String id, String warehouse, List<Arrived> arrived, By by) {
        return step(id, ReturnState.RECEIVED, "RECEIVE", by, (goods, now) -> {
            Order order = orderOf(goods);
            Map<Integer, Arrived> found = ReturnRules.arrived(goods, arrived);
            String place = stock.takeIn(goods, order, warehouse, found, LocalDate.now(clock));
            records.received(id, place, found);
            orders.happened(order.id(), OrderEvent.Kind.RETURNED, by, "RETURN", id, now);
            orders.raiseVersion(order.id(), now);
        });
    }

    /**
     * Makes credit notes for what came back, at the prices of the invoices: one for each invoice that it stands on, the
     * latest first.
     *
     * @throws ServiceFault RETURN_NOT_FOUND; WRONG_STATE; NOT_INVOICED_YET at lines when less was invoiced than came back
     */
    public GoodsReturn credit(String id, By by) {
        return step(id, ReturnState.CREDITED, "CREDIT", by, (goods, now) -> {
            By reason = new By(by.who(), by.why() == null ? "Return " + id : by.why());
            credits.of(goods).forEach((invoice, quantities) -> {
                InvoiceId note = creditNotes.credit(new InvoiceId(dataset, invoice), quantities, true, reason);
                records.credited(id, note.value());
            });
        });
    }

    private GoodsReturn step(String id, ReturnState to, String action, By by, BiConsumer<GoodsReturn, Instant> step) {
        return Undisturbed.in(transactions, () -> {
            AccountLock.take(jdbc, new AccountId(dataset, records.get(id).account()));
            GoodsReturn goods = records.get(id);
            Instant now = clock.instant();
            ReturnRules.requireStep(goods, to);
            step.accept(goods, now);
            records.state(id, to, now);
            audit.write(by, now, action, Audit.Kind.RETURN, id, null);
            return records.get(id);
        });
    }

    private Order orderOf(GoodsReturn goods) {
        if (goods.order() == null) {
            throw new ServiceFault(
                    ErrorCode.WRONG_STATE.at("return", "It is not known which order delivered the goods."));
        }
        return orders.get(new OrderId(dataset, goods.order()));
    }

    private GoodsReturn request(String id, Order order, List<Wish> wishes) {
        List<GoodsReturn.Line> lines = new ArrayList<>();
        for (Wish wish : wishes) {
            OrderLine line = order.content().lines().stream()
                    .filter(each -> each.number() == wish.orderLine())
                    .findFirst()
                    .orElseThrow();
            lines.add(new GoodsReturn.Line(
                    lines.size() + 1,
                    line.number(),
                    line.item().value(),
                    line.description(),
                    wish.quantity(),
                    line.quantity().unit(),
                    wish.code().name(),
                    wish.reason() == null ? wish.code().text() : wish.reason(),
                    null,
                    null));
        }
        return new GoodsReturn(
                id,
                order.content().account().value(),
                order.id().value(),
                ReturnState.REQUESTED,
                LocalDate.now(clock),
                null,
                lines,
                List.of());
    }
}
