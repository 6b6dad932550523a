package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.TestDatabase;
import org.throughline.database.UtcTimestamp;
import org.throughline.history.Attachment;
import org.throughline.history.HistoryWorld;
import org.throughline.history.Invoices;
import org.throughline.history.Purchases;
import org.throughline.history.ReturnState;
import org.throughline.history.Returns;
import org.throughline.history.ShipmentStatus;
import org.throughline.history.Shipments;
import org.throughline.shared.AccountId;

/** The embedded ERP on a database of its own. */
final class EmbeddedHistoryWorld implements HistoryWorld {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TAX_RATE = BigDecimal.valueOf(20);

    private final TestDatabase database;
    private final JdbcClient jdbc;
    private final EmbeddedErp erp = new EmbeddedErp(DATASET);
    private final Clock clock = Clock.fixed(TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    EmbeddedHistoryWorld(TestDatabase database) {
        this.database = database;
        this.jdbc = database.erp();
        insert("warehouse", "id", "W", "name", "Warehouse", "country", "GB");
        insert("branch", "id", "GB", "name", "Britain", "country", "GB", "currency", "GBP", "warehouse_id", "W");
    }

    TestDatabase database() {
        return database;
    }

    @Override
    public Purchases purchases() {
        return new EmbeddedPurchases(jdbc, clock, erp);
    }

    @Override
    public Invoices invoices() {
        return new EmbeddedInvoices(jdbc, clock, erp);
    }

    @Override
    public Shipments shipments() {
        return new EmbeddedShipments(jdbc, clock, erp);
    }

    @Override
    public Returns returns() {
        return new EmbeddedReturns(jdbc, clock, erp);
    }

    @Override
    public AccountId account(String id) {
        insert(
                "account",
                "id",
                id,
                "name",
                id,
                "status",
                "ACTIVE",
                "branch_id",
                "GB",
                "currency",
                "EUR",
                "tax_country",
                "GB",
                "changed_at",
                clock.instant());
        return new AccountId(DATASET, id);
    }

    @Override
    public void item(String id, String name) {
        insert(
                "item",
                "id",
                id,
                "description",
                name,
                "item_group",
                "G",
                "base_unit",
                "EA",
                "tax_class",
                "STANDARD",
                "changed_at",
                clock.instant());
    }

    @Override
    public void order(String id, AccountId account, LocalDate date, Currency currency, Line... lines) {
        order(id, "ORDER", account, date, currency.getCurrencyCode(), false, lines);
    }

    @Override
    public void progress(String order, String shipped, String invoiced) {
        jdbc.sql("update sales_order_line set shipped = ?, invoiced = ? where order_id = ?")
                .params(new BigDecimal(shipped), new BigDecimal(invoiced), order)
                .update();
    }

    @Override
    public void belongsTo(String document, String order) {
        for (String table : List.of("invoice", "return_request")) {
            jdbc.sql("update " + table + " set order_id = ? where id = ?")
                    .params(order, document)
                    .update();
        }
    }

    @Override
    public void damageProof(String shipment) {
        jdbc.sql("update proof_of_delivery set content = ? where shipment_id = ?")
                .params(new byte[] {1, 2, 3}, shipment)
                .update();
    }

    @Override
    public void cancelledOrder(String id, AccountId account, LocalDate date, Line... lines) {
        order(id, "ORDER", account, date, "EUR", true, lines);
    }

    @Override
    public void quotation(String id, AccountId account, LocalDate date, Line... lines) {
        order(id, "QUOTATION", account, date, "EUR", false, lines);
    }

    @Override
    public void invoice(String id, AccountId account, LocalDate date, String customerReference, Line... lines) {
        invoice(id, "INVOICE", account.value(), null, date, customerReference, BigDecimal.ZERO, lines);
    }

    @Override
    public void invoiceFor(String order, String id, AccountId account, LocalDate date, Line... lines) {
        invoice(id, account, date, null, lines);
        belongsTo(id, order);
    }

    @Override
    public void creditNote(String id, String invoice, LocalDate date, Line... lines) {
        String account = jdbc.sql("select account_id from invoice where id = ?")
                .param(invoice)
                .query(String.class)
                .single();
        BigDecimal gross = gross(lines);
        invoice(id, "CREDIT_NOTE", account, invoice, date, null, gross, lines);
        insert("credit_allocation", "credit_note_id", id, "invoice_id", invoice, "amount", gross, "allocated_on", date);
        settle(invoice, gross);
    }

    @Override
    public void payment(String invoice, LocalDate date, String amount) {
        String account = jdbc.sql("select account_id from invoice where id = ?")
                .param(invoice)
                .query(String.class)
                .single();
        insert(
                "payment",
                "account_id",
                account,
                "received_on",
                date,
                "currency",
                "EUR",
                "amount",
                new BigDecimal(amount),
                "method",
                "TRANSFER");
        Long payment = jdbc.sql("select max(id) from payment").query(Long.class).single();
        insert(
                "payment_allocation",
                "payment_id",
                payment,
                "invoice_id",
                invoice,
                "amount",
                new BigDecimal(amount),
                "allocated_on",
                date);
        settle(invoice, new BigDecimal(amount));
    }

    @Override
    public void shipment(String id, AccountId account, LocalDate date, ShipmentStatus status, Line... lines) {
        String order = "SO-of-" + id;
        order(order, account, date, lines);
        insert(
                "shipment",
                "id",
                id,
                "account_id",
                account.value(),
                "order_id",
                order,
                "shipped_on",
                date,
                "carrier",
                "Parcel Line",
                "consignment",
                "C-" + id,
                "tracking_url",
                "https://track.example/C-" + id,
                "status",
                status.name(),
                "delivered_on",
                status == ShipmentStatus.DELIVERED ? date.plusDays(2) : null,
                "ship_city",
                "Bristol",
                "ship_country",
                "GB",
                "changed_at",
                clock.instant());
        for (int i = 0; i < lines.length; i++) {
            insert("shipment_line", line("shipment_id", id, i, lines[i], "order_line_no", i + 1));
        }
    }

    @Override
    public void proof(String shipment, String signedBy, Instant signedAt, byte[] content) {
        insert(
                "proof_of_delivery",
                "shipment_id",
                shipment,
                "signed_by",
                signedBy,
                "signed_at",
                signedAt,
                "place",
                "Goods in",
                "media_type",
                "application/pdf",
                "sha256",
                new Attachment("x", "application/pdf", content).sha256(),
                "content",
                content);
    }

    @Override
    public void returned(
            String id, AccountId account, LocalDate date, ReturnState state, String creditNote, Line... lines) {
        insert(
                "return_request",
                "id",
                id,
                "account_id",
                account.value(),
                "requested_on",
                date,
                "status",
                state.name(),
                "changed_at",
                clock.instant());
        if (creditNote != null) {
            insert("return_credit", "return_id", id, "credit_note_id", creditNote);
        }
        for (int i = 0; i < lines.length; i++) {
            insert(
                    "return_line",
                    line(
                            "return_id",
                            id,
                            i,
                            lines[i],
                            "order_line_no",
                            i + 1,
                            "reason_code",
                            "DAMAGED",
                            "reason",
                            "Damaged in transit"));
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private void order(
            String id,
            String kind,
            AccountId account,
            LocalDate date,
            String currency,
            boolean cancelled,
            Line... lines) {
        BigDecimal net = net(lines);
        database.erpTransactions().executeWithoutResult(transaction -> {
            insert(
                    "sales_order",
                    "id",
                    id,
                    "kind",
                    kind,
                    "account_id",
                    account.value(),
                    "reference",
                    id,
                    "customer_reference",
                    "ref " + id,
                    "ordered_on",
                    date,
                    "currency",
                    currency,
                    "ship_country",
                    "GB",
                    "approval",
                    cancelled ? "CANCELLED" : "APPROVED",
                    "allocation",
                    "NONE",
                    "delivery",
                    "NONE",
                    "invoicing",
                    "NONE",
                    "line_count",
                    lines.length,
                    "line_net_total",
                    net,
                    "net_total",
                    net,
                    "tax_total",
                    tax(net),
                    "gross_total",
                    net.add(tax(net)),
                    "changed_at",
                    clock.instant());
            for (int i = 0; i < lines.length; i++) {
                insert(
                        "sales_order_line",
                        line(
                                "order_id",
                                id,
                                i,
                                lines[i],
                                "account_id",
                                account.value(),
                                "ordered_on",
                                date,
                                "cancelled",
                                cancelled,
                                "base_quantity",
                                lines[i].baseQuantity(),
                                "list_price",
                                lines[i].listPrice(),
                                "unit_price",
                                lines[i].unitPrice(),
                                "discount_percent",
                                discount(lines[i]),
                                "net",
                                net(lines[i]),
                                "tax_category",
                                "S",
                                "tax_rate",
                                TAX_RATE));
            }
        });
    }

    private void invoice(
            String id,
            String kind,
            String account,
            String corrects,
            LocalDate date,
            String customerReference,
            BigDecimal settled,
            Line... lines) {
        BigDecimal net = net(lines);
        database.erpTransactions().executeWithoutResult(transaction -> {
            insert(
                    "invoice",
                    "id",
                    id,
                    "kind",
                    kind,
                    "account_id",
                    account,
                    "corrects_id",
                    corrects,
                    "customer_reference",
                    customerReference,
                    "issued_on",
                    date,
                    "due_on",
                    date.plusDays(30),
                    "currency",
                    "EUR",
                    "line_net_total",
                    net,
                    "net_total",
                    net,
                    "tax_total",
                    tax(net),
                    "gross_total",
                    net.add(tax(net)),
                    "settled",
                    settled,
                    "changed_at",
                    clock.instant());
            for (int i = 0; i < lines.length; i++) {
                insert(
                        "invoice_line",
                        line(
                                "invoice_id",
                                id,
                                i,
                                lines[i],
                                "account_id",
                                account,
                                "issued_on",
                                date,
                                "unit_price",
                                lines[i].unitPrice(),
                                "discount_percent",
                                discount(lines[i]),
                                "net",
                                net(lines[i]),
                                "tax_category",
                                "S",
                                "tax_rate",
                                TAX_RATE));
            }
            insert(
                    "invoice_tax",
                    "invoice_id",
                    id,
                    "category",
                    "S",
                    "rate_percent",
                    TAX_RATE,
                    "taxable",
                    net,
                    "tax",
                    tax(net));
        });
    }

    private void settle(String invoice, BigDecimal amount) {
        jdbc.sql("update invoice set settled = case when settled + ? > gross_total then gross_total"
                        + " else settled + ? end where id = ?")
                .params(amount, amount, invoice)
                .update();
    }

    private Object[] line(String parent, String id, int index, Line line, Object... more) {
        List<Object> row = new ArrayList<>(List.of(
                parent,
                id,
                "line_no",
                index + 1,
                "item_id",
                line.item(),
                "description",
                "Item " + line.item() + " as ordered",
                "quantity",
                line.quantity(),
                "unit",
                line.unit() == null ? unit() : line.unit()));
        row.addAll(List.of(more));
        return row.toArray();
    }

    /** @param row names and values of columns, in turn */
    private void insert(String table, Object... row) {
        List<Integer> pairs = IntStream.range(0, row.length / 2).boxed().toList();
        String columns = pairs.stream().map(i -> row[2 * i].toString()).collect(Collectors.joining(", "));
        String marks = pairs.stream().map(i -> "?").collect(Collectors.joining(", "));
        jdbc.sql("insert into " + table + " (" + columns + ") values (" + marks + ")")
                .params(pairs.stream().map(i -> value(row[2 * i + 1])).toList())
                .update();
    }

    private static Object value(Object value) {
        if (value instanceof LocalDate date) {
            return java.sql.Date.valueOf(date);
        }
        return value instanceof Instant instant ? UtcTimestamp.of(instant) : value;
    }

    private static BigDecimal net(Line... lines) {
        return List.of(lines).stream()
                .map(line -> line.quantity().multiply(line.unitPrice()).setScale(2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal tax(BigDecimal net) {
        return net.multiply(TAX_RATE).divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal gross(Line... lines) {
        return net(lines).add(tax(net(lines)));
    }

    private static BigDecimal discount(Line line) {
        return line.listPrice()
                .subtract(line.unitPrice())
                .multiply(HUNDRED)
                .divide(line.listPrice(), 4, RoundingMode.HALF_UP);
    }
}
