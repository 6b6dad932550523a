package org.throughline.erp.embedded;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.database.Dialect;
import org.throughline.database.UtcTimestamp;
import org.throughline.erp.embedded.InvoiceAmounts.Earlier;
import org.throughline.erp.embedded.InvoiceAmounts.TaxKey;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.order.Approval;
import org.throughline.order.LinePrice;
import org.throughline.order.Order;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderLine;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.Money;
import org.throughline.shared.OrderId;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;

/** The back office's invoicing: an order, or a part of it, in one transaction that locks the account, as every change of an order does. */
@Component
class OrderInvoicing {

    private static final String NET_DAYS =
            "select t.net_days from account a join payment_terms t on t.code = a.terms_code where a.id = ?";
    private static final String PRICE_UNITS = """
            select l.line_no, u.factor from sales_order_line l
            join item_unit u on u.item_id = l.item_id and u.unit = l.price_unit
            where l.order_id = ?""";
    private static final String NETS = """
            select l.order_line_no, sum(l.net) as net from invoice i join invoice_line l on l.invoice_id = i.id
            where i.order_id = ? and i.kind = 'INVOICE' group by l.order_line_no""";
    private static final String TAXES = """
            select t.category, t.rate_percent, t.jurisdiction, t.tax_name, sum(t.taxable) as taxable, sum(t.tax) as tax
            from invoice i join invoice_tax t on t.invoice_id = i.id
            where i.order_id = ? and i.kind = 'INVOICE'
            group by t.category, t.rate_percent, t.jurisdiction, t.tax_name""";
    private static final String CHARGES =
            "select coalesce(sum(charge_total), 0) from invoice where order_id = ? and kind = 'INVOICE'";
    private static final String INVOICE = """
            insert into invoice (id, kind, account_id, order_id, customer_reference, issued_on, due_on, currency,
                line_net_total, allowance_total, charge_total, net_total, tax_total, gross_total, settled, changed_at)
            values (?, 'INVOICE', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)""";
    private static final String LINE = """
            insert into invoice_line (invoice_id, line_no, order_line_no, item_id, description, quantity, unit, unit_price,
                price_base_quantity, discount_percent, net, tax_category, tax_rate)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String TAX =
            "insert into invoice_tax (invoice_id, " + TaxRows.SUBTOTAL + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String PROGRESS =
            "update sales_order_line set invoiced = invoiced + ? where order_id = ? and line_no = ?";
    private static final String STATE =
            "update sales_order set invoicing = ?, version = version + 1, changed_at = ? where id = ?";
    private static final int PRICE_DECIMALS = 6;
    private static final By BACK_OFFICE = new By("back office", null);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;
    private final Dialect dialect;
    private final Clock clock;
    private final String dataset;
    private final OrderRecords records;

    OrderInvoicing(
            @Qualifier("erp") JdbcClient jdbc,
            @Qualifier("erp") DataSource dataSource,
            @Qualifier("erp") TransactionTemplate transactions,
            Dialect dialect,
            Clock clock,
            EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
        this.transactions = transactions;
        this.dialect = dialect;
        this.clock = clock;
        this.dataset = erp.dataset();
        this.records = new OrderRecords(jdbc, dataSource, dataset);
    }

    /**
     * Invoices what is left of an order.
     *
     * @throws ServiceFault as {@link #invoice}
     */
    InvoiceId invoiceRest(OrderId id) {
        return invoice(
                id,
                records.get(id).content().lines().stream()
                        .filter(line -> left(line).signum() > 0)
                        .collect(toMap(OrderLine::number, OrderInvoicing::left)));
    }

    /**
     * Invoices a part of an order; whether it was shipped does not matter.
     *
     * @param quantities by line number, in the unit of the line
     * @throws ServiceFault ORDER_NOT_FOUND; INVALID_VALUE when the order is not approved or nothing is to be invoiced;
     *     INVALID_QUANTITY for each quantity that is not above zero or more than is left
     */
    InvoiceId invoice(OrderId id, Map<Integer, BigDecimal> quantities) {
        return transactions.execute(status -> {
            Order order = records.locked(id);
            requireInvoiceable(order, quantities);
            InvoiceAmounts amounts = new InvoiceAmounts(order.content(), quantities, earlier(id, order.content()));
            String invoice = "IN-%06d".formatted(dialect.nextValue(jdbc, "invoice_number"));
            write(invoice, order, quantities, amounts);
            progress(invoice, id, quantities, amounts);
            return new InvoiceId(dataset, invoice);
        });
    }

    private static BigDecimal left(OrderLine line) {
        return line.quantity().value().subtract(line.progress().invoiced());
    }

    private static void requireInvoiceable(Order order, Map<Integer, BigDecimal> quantities) {
        if (order.status().approval() != Approval.APPROVED) {
            throw new ServiceFault(ErrorCode.INVALID_VALUE.at("order", "The order is not approved."));
        }
        if (quantities.isEmpty()) {
            throw new ServiceFault(ErrorCode.INVALID_VALUE.at("line", "Nothing is to be invoiced."));
        }
        Map<Integer, BigDecimal> left =
                order.content().lines().stream().collect(toMap(OrderLine::number, OrderInvoicing::left));
        Violations violations = new Violations();
        quantities.forEach((number, quantity) -> {
            BigDecimal most = left.getOrDefault(number, BigDecimal.ZERO);
            if (quantity.signum() <= 0 || quantity.compareTo(most) > 0) {
                violations.add(ErrorCode.INVALID_QUANTITY.at(
                        "line[" + (number - 1) + "].quantity", "It must be above zero and no more than is left."));
            }
        });
        violations.throwIfAny();
    }

    private Earlier earlier(OrderId id, OrderContent order) {
        Map<Integer, BigDecimal> nets = new HashMap<>();
        Map<TaxKey, BigDecimal> taxables = new HashMap<>();
        Map<TaxKey, BigDecimal> taxes = new HashMap<>();
        jdbc.sql(NETS).param(id.value()).query(row -> {
            nets.put(row.getInt("order_line_no"), Money.round(row.getBigDecimal("net"), order.currency()));
        });
        jdbc.sql(TAXES).param(id.value()).query(row -> {
            taxables.put(taxKey(row), Money.round(row.getBigDecimal("taxable"), order.currency()));
            taxes.put(taxKey(row), Money.round(row.getBigDecimal("tax"), order.currency()));
        });
        BigDecimal charges =
                jdbc.sql(CHARGES).param(id.value()).query(BigDecimal.class).single();
        return new Earlier(nets, taxables, taxes, Money.round(charges, order.currency()));
    }

    private static TaxKey taxKey(ResultSet row) throws SQLException {
        return new TaxKey(
                row.getString("category"),
                row.getBigDecimal("rate_percent").stripTrailingZeros(),
                row.getString("jurisdiction"),
                row.getString("tax_name"));
    }

    private void write(String id, Order order, Map<Integer, BigDecimal> quantities, InvoiceAmounts amounts) {
        OrderContent content = order.content();
        DocumentTotals totals = amounts.totals();
        LocalDate today = LocalDate.now(clock);
        jdbc.sql(INVOICE)
                .params(
                        id,
                        content.account().value(),
                        order.id().value(),
                        content.customerReference(),
                        Date.valueOf(today),
                        Date.valueOf(today.plusDays(netDays(content))),
                        content.currency().getCurrencyCode(),
                        totals.lineNet(),
                        totals.allowances(),
                        totals.charges(),
                        totals.net(),
                        totals.tax(),
                        totals.gross(),
                        UtcTimestamp.of(clock.instant()))
                .update();
        batches.batchUpdate(LINE, lines(id, order, quantities, amounts));
        batches.batchUpdate(
                TAX, amounts.taxes().stream().map(tax -> TaxRows.of(id, tax)).toList());
    }

    private int netDays(OrderContent content) {
        return jdbc.sql(NET_DAYS)
                .param(content.account().value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private List<Object[]> lines(String id, Order order, Map<Integer, BigDecimal> quantities, InvoiceAmounts amounts) {
        Map<Integer, BigDecimal> factors = priceUnits(order.id());
        List<Object[]> rows = new ArrayList<>();
        for (OrderLine line : order.content().lines()) {
            if (quantities.containsKey(line.number())) {
                LinePrice price = line.price();
                rows.add(new Object[] {
                    id,
                    rows.size() + 1,
                    line.number(),
                    line.item().value(),
                    line.description(),
                    quantities.get(line.number()),
                    line.quantity().unit(),
                    unitPrice(line, factors.get(line.number())),
                    price.baseQuantity(),
                    price.discountPercent(),
                    amounts.nets().get(line.number()),
                    price.taxCategory().name(),
                    price.taxRatePercent()
                });
            }
        }
        return rows;
    }

    private Map<Integer, BigDecimal> priceUnits(OrderId id) {
        Map<Integer, BigDecimal> factors = new LinkedHashMap<>();
        jdbc.sql(PRICE_UNITS).param(id.value()).query(row -> {
            factors.put(row.getInt("line_no"), row.getBigDecimal("factor"));
        });
        return factors;
    }

    /** An invoice states its prices in the unit of the line: six decimals, for people; the net is not computed from it. */
    private static BigDecimal unitPrice(OrderLine line, BigDecimal priceFactor) {
        return priceFactor == null || line.price().unit().equals(line.quantity().unit())
                ? line.price().unitPrice()
                : line.price()
                        .unitPrice()
                        .multiply(line.baseQuantity())
                        .divide(line.quantity().value().multiply(priceFactor), PRICE_DECIMALS, RoundingMode.HALF_UP);
    }

    private void progress(String invoice, OrderId id, Map<Integer, BigDecimal> quantities, InvoiceAmounts amounts) {
        Instant now = clock.instant();
        List<Object[]> rows = new ArrayList<>();
        quantities.forEach((number, quantity) -> rows.add(new Object[] {quantity, id.value(), number}));
        batches.batchUpdate(PROGRESS, rows);
        jdbc.sql(STATE)
                .params(amounts.isLast() ? "FULL" : "PARTIAL", UtcTimestamp.of(now), id.value())
                .update();
        records.happened(id, OrderEvent.Kind.INVOICED, BACK_OFFICE, "INVOICE", invoice, now);
    }
}
