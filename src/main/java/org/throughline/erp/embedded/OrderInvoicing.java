package org.throughline.erp.embedded;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.database.DocumentNumbers;
import org.throughline.database.UtcTimestamp;
import org.throughline.history.InvoiceKind;
import org.throughline.order.Approval;
import org.throughline.order.Order;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderLine;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.OrderId;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;

/**
 * The back office's invoicing: an order, or a part of it, in one transaction that locks the account. Within the transaction of
 * another change, such as a shipment, it is a part of that one.
 */
@Component
public class OrderInvoicing {

    private static final String NET_DAYS =
            "select t.net_days from account a join payment_terms t on t.code = a.terms_code where a.id = ?";
    private static final String PROGRESS =
            "update sales_order_line set invoiced = invoiced + ? where order_id = ? and line_no = ?";
    private static final String STATE =
            "update sales_order set invoicing = ?, version = version + 1, changed_at = ? where id = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;
    private final DocumentNumbers numbers;
    private final Clock clock;
    private final String dataset;
    private final OrderRecords records;
    private final Audit audit;
    private final EarlierParts earlier;
    private final InvoicedLines lines;
    private final InvoiceWriter writer;

    OrderInvoicing(
            @Qualifier("erp") JdbcClient jdbc,
            @Qualifier("erp") DataSource dataSource,
            @Qualifier("erp") TransactionTemplate transactions,
            DocumentNumbers numbers,
            Clock clock,
            EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
        this.transactions = transactions;
        this.numbers = numbers;
        this.clock = clock;
        this.dataset = erp.dataset();
        this.records = new OrderRecords(jdbc, dataSource, dataset);
        this.audit = new Audit(jdbc);
        this.earlier = new EarlierParts(jdbc);
        this.lines = new InvoicedLines(jdbc);
        this.writer = new InvoiceWriter(dataSource);
    }

    /**
     * Invoices what is left of an order.
     *
     * @throws ServiceFault as {@link #invoice}
     */
    public InvoiceId invoiceRest(OrderId id, By by) {
        return Undisturbed.in(transactions, () -> {
            Order order = records.locked(id);
            return invoice(order, quantities(order, OrderInvoicing::left), by);
        });
    }

    /**
     * Invoices what was shipped of an order and is not invoiced yet.
     *
     * @return empty when that is nothing
     * @throws ServiceFault as {@link #invoice}
     */
    public Optional<InvoiceId> invoiceShipped(OrderId id, By by) {
        return invoiceAny(
                id, line -> line.progress().shipped().subtract(line.progress().invoiced()), by);
    }

    /** As {@link #invoiceRest}, but empty when nothing is left. */
    Optional<InvoiceId> invoiceAnyRest(OrderId id, By by) {
        return invoiceAny(id, OrderInvoicing::left, by);
    }

    private Optional<InvoiceId> invoiceAny(OrderId id, Function<OrderLine, BigDecimal> wanted, By by) {
        return Undisturbed.in(transactions, () -> {
            Order order = records.locked(id);
            Map<Integer, BigDecimal> quantities = quantities(order, wanted);
            return quantities.isEmpty() ? Optional.empty() : Optional.of(invoice(order, quantities, by));
        });
    }

    /**
     * Invoices a part of an order; whether it was shipped does not matter.
     *
     * @param quantities by line number, in the unit of the line, in the order in which the request has them
     * @throws ServiceFault ORDER_NOT_FOUND; INVALID_VALUE when the order is not approved or nothing is to be invoiced;
     *     INVALID_QUANTITY for each quantity that is not above zero or more than is left
     */
    public InvoiceId invoice(OrderId id, Map<Integer, BigDecimal> quantities, By by) {
        return Undisturbed.in(transactions, () -> invoice(records.locked(id), quantities, by));
    }

    private InvoiceId invoice(Order order, Map<Integer, BigDecimal> quantities, By by) {
        requireInvoiceable(order, quantities);
        OrderContent content = order.content();
        Instant now = clock.instant();
        PartAmounts amounts = new PartAmounts(
                Whole.of(content), quantities, earlier.invoicesOf(order.id().value(), content.currency()));
        String id = "IN-%06d".formatted(numbers.next("invoice_number"));
        writer.write(head(id, order), lines.of(order, quantities, amounts.nets()), amounts, now);
        progress(order.id(), quantities, amounts.isLast(), now);
        records.happened(order.id(), OrderEvent.Kind.INVOICED, by, "INVOICE", id, now);
        audit.write(by, now, "ISSUE", Audit.Kind.INVOICE, id, order.id().value());
        return new InvoiceId(dataset, id);
    }

    private static Map<Integer, BigDecimal> quantities(Order order, Function<OrderLine, BigDecimal> wanted) {
        return order.content().lines().stream()
                .filter(line -> wanted.apply(line).signum() > 0)
                .collect(toMap(OrderLine::number, wanted));
    }

    private static BigDecimal left(OrderLine line) {
        return line.quantity().value().subtract(line.progress().invoiced());
    }

    private static void requireInvoiceable(Order order, Map<Integer, BigDecimal> quantities) {
        if (order.status().approval() != Approval.APPROVED) {
            throw new ServiceFault(ErrorCode.INVALID_VALUE.at("order", "The order is not approved."));
        }
        if (quantities.isEmpty()) {
            throw new ServiceFault(ErrorCode.INVALID_VALUE.at("lines", "Nothing is to be invoiced."));
        }
        Map<Integer, BigDecimal> left =
                order.content().lines().stream().collect(toMap(OrderLine::number, OrderInvoicing::left));
        Violations violations = new Violations();
        int index = 0;
        for (Map.Entry<Integer, BigDecimal> wanted : quantities.entrySet()) {
            BigDecimal most = left.getOrDefault(wanted.getKey(), BigDecimal.ZERO);
            if (wanted.getValue().signum() <= 0 || wanted.getValue().compareTo(most) > 0) {
                violations.add(tooMuch(index, most));
            }
            index++;
        }
        violations.throwIfAny();
    }

    private static Violation tooMuch(int index, BigDecimal most) {
        return new Violation(
                ErrorCode.INVALID_QUANTITY,
                "lines[" + index + "].quantity",
                "It must be above zero and no more than is left.",
                Remedy.atMost("What is left to be invoiced.", most));
    }

    private InvoiceWriter.Head head(String id, Order order) {
        OrderContent content = order.content();
        LocalDate today = LocalDate.now(clock);
        return new InvoiceWriter.Head(
                id,
                InvoiceKind.INVOICE,
                content.account().value(),
                order.id().value(),
                null,
                content.customerReference(),
                null,
                today,
                today.plusDays(netDays(content)));
    }

    private int netDays(OrderContent content) {
        return jdbc.sql(NET_DAYS)
                .param(content.account().value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private void progress(OrderId id, Map<Integer, BigDecimal> quantities, boolean last, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        quantities.forEach((number, quantity) -> rows.add(new Object[] {quantity, id.value(), number}));
        batches.batchUpdate(PROGRESS, rows);
        jdbc.sql(STATE)
                .params(last ? "FULL" : "PARTIAL", UtcTimestamp.of(now), id.value())
                .update();
    }
}
