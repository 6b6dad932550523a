package org.throughline.erp.tryton;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.opentest4j.TestAbortedException;
import org.throughline.history.HistoryWorld;
import org.throughline.history.Invoices;
import org.throughline.history.Purchases;
import org.throughline.history.ReturnState;
import org.throughline.history.Returns;
import org.throughline.history.ShipmentStatus;
import org.throughline.history.Shipments;
import org.throughline.shared.AccountId;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.OrderId;
import org.throughline.shared.ShipmentId;

/** A Tryton database of its own. Documents are made as people make them, by an administrator; they are read as the facade's user. */
final class TrytonHistoryWorld implements HistoryWorld {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final String SALE = "sale.sale";
    private static final String INVOICE = "account.invoice";
    private static final String SHIPMENT = "stock.shipment.out";

    private final TrytonServer server = TrytonServer.fresh();
    private final TrytonDesk desk = new TrytonDesk(server.administrator());
    private final TrytonClient facade = server.client();
    private final Clock clock = Clock.fixed(TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private final TrytonIds ids = new TrytonIds(DATASET);
    private final Map<String, Long> orders = new ConcurrentHashMap<>();
    private final Map<String, Long> invoices = new ConcurrentHashMap<>();
    private final Map<String, Long> shipments = new ConcurrentHashMap<>();
    private final Map<String, Long> parties = new ConcurrentHashMap<>();
    private final Map<String, Long> items = new ConcurrentHashMap<>();

    private final long company = desk.one("company.company");
    private final long britain = desk.one("country.country", "code", "GB");
    private final long warehouse = desk.one("stock.location", "code", "LON");
    private final long vat = desk.one("account.tax", "name", "VAT 20%");
    private final long terms = desk.one("account.invoice.payment_term", "name", "Net 30");
    private final long receivable = desk.one("account.account", "type.receivable", true);
    private final long revenue = desk.one("account.account", "type.revenue", true);
    private final long journal = desk.one("account.journal", "type", "revenue");
    private final long unit = desk.one("product.uom", "symbol", "u");
    private final long box = box();
    private final Map<Currency, Long> currencies = currencies();

    @Override
    public Purchases purchases() {
        return new TrytonPurchases(facade, new TrytonUnits(facade, clock), clock, DATASET);
    }

    @Override
    public Invoices invoices() {
        return new TrytonInvoices(facade, clock, DATASET);
    }

    @Override
    public Shipments shipments() {
        return new TrytonShipments(facade, clock, DATASET);
    }

    @Override
    public Returns returns() {
        throw new TestAbortedException("the returns of Tryton are not read");
    }

    /** The company's own. */
    @Override
    public Currency currency() {
        return Currency.getInstance("GBP");
    }

    @Override
    public String unit() {
        return "u";
    }

    /** Pieces are counted. */
    @Override
    public String least() {
        return "1";
    }

    /** Tryton's prices have four decimals. */
    @Override
    public String finePrice() {
        return "0.1234";
    }

    @Override
    public boolean keepsListPrices() {
        return false;
    }

    /** Everything takes Tryton some tenths of a second. */
    @Override
    public int many(int wanted) {
        return Math.min(wanted, 10);
    }

    @Override
    public String nameOf(OrderId order) {
        return name(orders, order.value());
    }

    @Override
    public String nameOf(InvoiceId invoice) {
        return name(invoices, invoice.value());
    }

    @Override
    public String nameOf(ShipmentId shipment) {
        return name(shipments, shipment.value());
    }

    @Override
    public OrderId orderOf(String name) {
        return ids.order(orders.get(name));
    }

    @Override
    public InvoiceId invoiceOf(String name) {
        return invoices.containsKey(name) ? ids.invoice(invoices.get(name)) : new InvoiceId(DATASET, name);
    }

    @Override
    public ShipmentId shipmentOf(String name) {
        return ids.shipment(shipments.get(name));
    }

    @Override
    public AccountId account(String id) {
        Map<String, Object> address =
                Map.of("street", "1 Quay", "city", "Bristol", "country", britain, "invoice", true, "delivery", true);
        parties.put(
                id,
                desk.create(
                        "party.party",
                        Map.of("name", id, "code", id, "addresses", List.of(List.of("create", List.of(address))))));
        return new AccountId(DATASET, id);
    }

    @Override
    public void item(String id, String name) {
        long category = desk.one("product.category", "name", "Standard rated");
        Map<String, Object> template = new HashMap<>();
        template.put("name", name);
        template.put("type", "goods");
        template.put("default_uom", unit);
        template.put("sale_uom", unit);
        template.put("salable", true);
        template.put("list_price", BigDecimal.ONE);
        template.put("cost_price_method", "fixed");
        template.put("account_category", category);
        template.put("products", List.of(List.of("create", List.of(Map.of("suffix_code", id)))));
        desk.create("product.template", template);
        items.put(id, desk.one("product.product", "code", id));
        stock(items.get(id));
    }

    @Override
    public void order(String id, AccountId account, LocalDate date, Currency currency, Line... lines) {
        quoted(id, account, date, currency, lines);
        desk.press(SALE, "confirm", orders.get(id));
    }

    @Override
    public void quotation(String id, AccountId account, LocalDate date, Line... lines) {
        quoted(id, account, date, currency(), lines);
    }

    @Override
    public void cancelledOrder(String id, AccountId account, LocalDate date, Line... lines) {
        quoted(id, account, date, currency(), lines);
        desk.press(SALE, "cancel", orders.get(id));
    }

    @Override
    public void progress(String order, String shipped, String invoiced) {
        TrytonRecord sale = desk.read(SALE, orders.get(order), "party.code", "shipments", "lines", "lines.quantity");
        AccountId account = new AccountId(DATASET, sale.text("party.code"));
        if (new BigDecimal(shipped).signum() > 0) {
            long shipment = sale.ids("shipments").get(0);
            TrytonRecord move = desk.read(SHIPMENT, shipment, "outgoing_moves.quantity")
                    .all("outgoing_moves")
                    .get(0);
            if (move.decimal("quantity").compareTo(new BigDecimal(shipped)) != 0) {
                desk.press(SHIPMENT, "draft", shipment);
                desk.write("stock.move", move.id(), Map.of("quantity", Double.valueOf(shipped)));
                desk.press(SHIPMENT, "wait", shipment);
            }
            ship(shipment, TODAY);
        }
        if (new BigDecimal(invoiced).signum() > 0) {
            invoiceFor(order, "invoice for " + order, account, TODAY, Line.of("A", invoiced, "1.00"));
        }
    }

    @Override
    public void invoice(String id, AccountId account, LocalDate date, String customerReference, Line... lines) {
        invoices.put(id, invoice(account, date, currency(), customerReference, null, false, lines));
    }

    @Override
    public void invoiceFor(String order, String id, AccountId account, LocalDate date, Line... lines) {
        long line = desk.read(SALE, orders.get(order), "lines").ids("lines").get(0);
        invoices.put(id, invoice(account, date, currency(), null, "sale.line," + line, false, lines));
    }

    @Override
    public void creditNote(String id, String invoice, LocalDate date, Line... lines) {
        TrytonRecord credited = desk.read(INVOICE, invoices.get(invoice), "party.code", "lines");
        String origin = "account.invoice.line," + credited.ids("lines").get(0);
        AccountId account = new AccountId(DATASET, credited.text("party.code"));
        invoices.put(id, invoice(account, date, currency(), null, origin, true, lines));
        List<Long> used = desk.read(INVOICE, invoices.get(id), "lines_to_pay").ids("lines_to_pay");
        desk.write(INVOICE, invoices.get(invoice), Map.of("payment_lines", List.of(List.of("add", used))));
    }

    @Override
    public void payment(String invoice, LocalDate date, String amount) {
        desk.pay(invoices.get(invoice), date, new BigDecimal(amount), currencies.get(currency()));
    }

    @Override
    public void shipment(String id, AccountId account, LocalDate date, ShipmentStatus status, Line... lines) {
        if (status != ShipmentStatus.SHIPPED) {
            throw new TestAbortedException("Tryton does not know what becomes of a shipment");
        }
        String order = "SO-of-" + id;
        order(order, account, date, lines);
        long shipment =
                desk.read(SALE, orders.get(order), "shipments").ids("shipments").get(0);
        shipments.put(id, shipment);
        ship(shipment, date);
    }

    @Override
    public void belongsTo(String returned, String order) {
        throw new TestAbortedException("the returns of Tryton are not read");
    }

    @Override
    public void damageProof(String shipment) {
        throw new TestAbortedException("Tryton keeps no proofs of delivery");
    }

    @Override
    public void proof(String shipment, String signedBy, Instant signedAt, byte[] content) {
        throw new TestAbortedException("Tryton keeps no proofs of delivery");
    }

    @Override
    public void returned(
            String id, AccountId account, LocalDate date, ReturnState state, String creditNote, Line... lines) {
        throw new TestAbortedException("the returns of Tryton are not read");
    }

    @Override
    public void close() {
        server.close();
    }

    /** Where it lives. */
    TrytonServer server() {
        return server;
    }

    /** An invoice in another currency than the company's. */
    void foreignInvoice(String id, AccountId account, LocalDate date, Line... lines) {
        invoices.put(id, invoice(account, date, otherCurrency(), null, null, false, lines));
    }

    /** Half of it is due at once, the rest after 30 days. */
    void invoiceInParts(String id, AccountId account, LocalDate date, Line... lines) {
        Map<String, Object> invoice = values(account, date, currency(), null, lines("invoiced", null, false, lines));
        invoice.put("payment_term", desk.one("account.invoice.payment_term", "name", "50% now, rest 30 days"));
        invoices.put(id, posted(invoice, date));
    }

    /** Due when it is posted. */
    void invoiceWithoutTerms(String id, AccountId account, LocalDate date, Line... lines) {
        Map<String, Object> invoice = values(account, date, currency(), null, lines("invoiced", null, false, lines));
        invoice.put("payment_term", null);
        invoices.put(id, posted(invoice, date));
    }

    /** Not posted. */
    void draftInvoice(AccountId account, LocalDate date, Line... lines) {
        desk.create(INVOICE, values(account, date, currency(), null, lines("invoiced", null, false, lines)));
    }

    /** Cancelled by a credit note. */
    void refund(String invoice, LocalDate date) {
        desk.refund(invoices.get(invoice), date);
    }

    void foreignPayment(String invoice, LocalDate date, String amount) {
        desk.pay(invoices.get(invoice), date, new BigDecimal(amount), currencies.get(otherCurrency()));
    }

    private void quoted(String id, AccountId account, LocalDate date, Currency currency, Line... lines) {
        long address = address(account);
        Map<String, Object> sale = new HashMap<>();
        sale.put("party", parties.get(account.value()));
        sale.put("invoice_address", address);
        sale.put("shipment_address", address);
        sale.put("company", company);
        sale.put("currency", currencies.get(currency));
        sale.put("payment_term", terms);
        sale.put("warehouse", warehouse);
        sale.put("invoice_method", "manual");
        sale.put("shipment_method", "order");
        sale.put("reference", "ref " + id);
        sale.put("sale_date", date);
        sale.put("lines", List.of(List.of("create", lines("ordered", null, false, lines))));
        orders.put(id, desk.create(SALE, sale));
        desk.press(SALE, "quote", orders.get(id));
    }

    private void ship(long shipment, LocalDate date) {
        desk.write(SHIPMENT, shipment, Map.of("effective_date", date));
        for (String button : List.of("assign_try", "pick", "pack", "done")) {
            desk.press(SHIPMENT, button, shipment);
        }
    }

    private long invoice(
            AccountId account,
            LocalDate date,
            Currency currency,
            String reference,
            String origin,
            boolean credit,
            Line... lines) {
        return posted(values(account, date, currency, reference, lines("invoiced", origin, credit, lines)), date);
    }

    private long posted(Map<String, Object> invoice, LocalDate date) {
        long id = desk.create(INVOICE, invoice);
        desk.post(id, date);
        return id;
    }

    private Map<String, Object> values(
            AccountId account, LocalDate date, Currency currency, String reference, List<Map<String, Object>> lines) {
        Map<String, Object> invoice = new HashMap<>();
        invoice.put("type", "out");
        invoice.put("party", parties.get(account.value()));
        invoice.put("invoice_address", address(account));
        invoice.put("company", company);
        invoice.put("currency", currencies.get(currency));
        invoice.put("journal", journal);
        invoice.put("account", receivable);
        invoice.put("payment_term", terms);
        invoice.put("invoice_date", date);
        invoice.put("reference", reference);
        lines.forEach(line -> line.putAll(Map.of("account", revenue, "currency", currencies.get(currency))));
        invoice.put("lines", List.of(List.of("create", lines)));
        return invoice;
    }

    private List<Map<String, Object>> lines(String how, String origin, boolean negative, Line... lines) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (Line line : lines) {
            Map<String, Object> value = new HashMap<>();
            value.put("type", "line");
            value.put("product", items.get(line.item()));
            value.put("unit", line.unit() == null ? unit : box);
            value.put("quantity", line.quantity().doubleValue() * (negative ? -1 : 1));
            value.put("unit_price", line.unitPrice());
            value.put("taxes", List.of(List.of("add", List.of(vat))));
            value.put("description", "Item " + line.item() + " as " + how);
            if (origin != null) {
                value.put("origin", origin);
            }
            values.add(value);
        }
        return values;
    }

    private long address(AccountId account) {
        return desk.one("party.address", "party", parties.get(account.value()));
    }

    private long box() {
        long category = desk.read("product.uom", unit, "category").id("category");
        return desk.create(
                "product.uom",
                Map.of(
                        "name",
                        "Box of 12",
                        "symbol",
                        "BOX12",
                        "category",
                        category,
                        "factor",
                        12.0,
                        "rate",
                        0.083333333333,
                        "digits",
                        0,
                        "rounding",
                        1.0));
    }

    private Map<Currency, Long> currencies() {
        desk.create(
                "currency.currency",
                Map.of(
                        "name", "US dollar",
                        "code", "USD",
                        "numeric_code", "840",
                        "symbol", "$",
                        "digits", 2,
                        "rounding", new BigDecimal("0.01"),
                        "rates",
                                List.of(List.of(
                                        "create", List.of(Map.of("date", LONG_AGO, "rate", new BigDecimal("1.3")))))));
        return Arrays.asList("GBP", "USD").stream()
                .collect(toMap(Currency::getInstance, code -> desk.one("currency.currency", "code", code)));
    }

    private void stock(long item) {
        long storage =
                desk.read("stock.location", warehouse, "storage_location").id("storage_location");
        long inventory = desk.create(
                "stock.inventory",
                Map.of(
                        "location",
                        storage,
                        "date",
                        LONG_AGO,
                        "company",
                        company,
                        "empty_quantity",
                        "keep",
                        "lines",
                        List.of(List.of("create", List.of(Map.of("product", item, "quantity", 1_000_000.0))))));
        desk.press("stock.inventory", "confirm", inventory);
    }

    private static String name(Map<String, Long> names, String id) {
        return names.entrySet().stream()
                .filter(one -> one.getValue() == Long.parseLong(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(id);
    }
}
