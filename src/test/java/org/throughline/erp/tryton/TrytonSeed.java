package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/**
 * Fills an empty Tryton database with a small distributor: Acme Distribution Ltd in London sells SKU-0001 to SKU-0020 to the
 * customers C00001 to C00010 from the warehouses LON and LEE. The same names, codes and prices each time; dates follow the day.
 *
 * <ul>
 *   <li>SKU-n costs 5.00 + 2.35 n; every fifth has 5 % VAT, the others 20 %; odd ones are tools, even ones safety.
 *   <li>Every fourth customer has the price list "Key accounts", the others "Trade"; every fifth is in Paris and tax free.
 *   <li>C00002 has a credit limit of 1000, C00003 has none, the others 500000.
 *   <li>LON has a million of each, of SKU-0007 five and 200 more in 14 days; LEE 40 of each but every fourth.
 * </ul>
 */
final class TrytonSeed {

    static final String FACADE = "facade";
    static final String FACADE_PASSWORD = "facade-pw";
    static final int CUSTOMERS = 10;
    static final int ITEMS = 20;

    private static final BigDecimal VAT = new BigDecimal("0.20");
    private static final BigDecimal REDUCED_VAT = new BigDecimal("0.05");
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    /** The first in which tests post invoices. */
    private static final int FIRST_YEAR = 2025;

    private final TrytonClient tryton;
    private final LocalDate today = LocalDate.now();
    private Map<String, Object> context = withoutCompany();
    private long company;
    private long english;
    private long pound;
    private long britain;
    private long france;
    private long revenue;
    private long expense;
    private long cash;
    private long taxAccount;
    private long standardTax;
    private long reducedTax;
    private long zeroTax;
    private long exportRule;
    private List<Long> terms;
    private long tools;
    private long safety;
    private List<Long> items;
    private long trade;
    private long keyAccounts;
    private long supplier;
    private long london;

    private TrytonSeed(TrytonClient tryton) {
        this.tryton = tryton;
    }

    /** @param administrator of an empty database; its company is the first */
    static void sow(TrytonClient administrator) {
        TrytonSeed seed = new TrytonSeed(administrator);
        seed.company();
        seed.chartOfAccounts();
        IntStream.rangeClosed(FIRST_YEAR, seed.today.getYear() + 1).forEach(seed::fiscalYear);
        seed.paymentMethod();
        seed.taxes();
        seed.paymentTerms();
        seed.items();
        seed.priceLists();
        seed.parties();
        seed.warehouses();
        seed.purchaseOrder();
        seed.facadeUser();
    }

    private void company() {
        List<Long> currencies = create(
                "currency.currency",
                currency("Pound Sterling", "GBP", "826", "£", "1"),
                currency("Euro", "EUR", "978", "€", "1.15"));
        pound = currencies.get(0);
        List<Long> countries = create(
                "country.country",
                Map.of("name", "United Kingdom", "code", "GB", "code3", "GBR", "code_numeric", "826"),
                Map.of("name", "France", "code", "FR", "code3", "FRA", "code_numeric", "250"));
        britain = countries.get(0);
        france = countries.get(1);
        english = one("ir.lang", "code", "en");
        long party = create(
                        "party.party",
                        Map.of(
                                "name",
                                "Acme Distribution Ltd",
                                "lang",
                                english,
                                "addresses",
                                creating(address("1 Dock Road", "London", "E16 1AA", britain, true, true))))
                .get(0);
        company = create("company.company", Map.of("party", party, "currency", pound, "timezone", "Europe/London"))
                .get(0);
        write("res.user", one("res.user", "login", "admin"), Map.of("companies", adding(company), "company", company));
        context = Map.of();
    }

    private static Map<String, Object> currency(String name, String code, String number, String symbol, String rate) {
        return Map.of(
                "name", name,
                "code", code,
                "numeric_code", number,
                "symbol", symbol,
                "digits", 2,
                "rounding", new BigDecimal("0.01"),
                "rates", creating(Map.of("date", LONG_AGO, "rate", new BigDecimal(rate))));
    }

    private void chartOfAccounts() {
        long template = reference("account", "account_template_root_en");
        try (Wizard wizard = new Wizard("account.create_chart", Map.of())) {
            wizard.execute("account", Map.of());
            Map<String, Object> forms = new HashMap<>();
            forms.put("account", Map.of("company", company, "account_template", template));
            wizard.execute("create_account", forms);
            forms.put(
                    "properties",
                    Map.of(
                            "company",
                            company,
                            "account_receivable",
                            one("account.account", "type.receivable", true),
                            "account_payable",
                            one("account.account", "type.payable", true)));
            wizard.execute("create_properties", forms);
        }
        revenue = one("account.account", "type.revenue", true);
        expense = one("account.account", "type.expense", true);
        cash = one("account.account", "name", "Main Cash");
        taxAccount = one("account.account", "name", "Main Tax");
    }

    private void fiscalYear(int year) {
        long moves = create(
                        "ir.sequence",
                        Map.of(
                                "name",
                                "Moves " + year,
                                "sequence_type",
                                reference("account", "sequence_type_account_move"),
                                "company",
                                company))
                .get(0);
        List<Long> numbers = create(
                "ir.sequence.strict",
                invoiceNumbers("Invoice", "INV", year),
                invoiceNumbers("Credit note", "CN", year),
                invoiceNumbers("Supplier invoice", "SINV", year),
                invoiceNumbers("Supplier credit note", "SCN", year));
        long fiscalYear = create(
                        "account.fiscalyear",
                        Map.of(
                                "name",
                                String.valueOf(year),
                                "company",
                                company,
                                "start_date",
                                LocalDate.of(year, 1, 1),
                                "end_date",
                                LocalDate.of(year, 12, 31),
                                "post_move_sequence",
                                moves,
                                "invoice_sequences",
                                creating(Map.of(
                                        "company", company,
                                        "out_invoice_sequence", numbers.get(0),
                                        "out_credit_note_sequence", numbers.get(1),
                                        "in_invoice_sequence", numbers.get(2),
                                        "in_credit_note_sequence", numbers.get(3)))))
                .get(0);
        try (Wizard wizard =
                new Wizard("account.fiscalyear.create_periods", active("account.fiscalyear", fiscalYear))) {
            wizard.execute(
                    "create_periods", Map.of("start", Map.of("frequency", "monthly", "interval", 1, "end_day", 31)));
        }
    }

    private Map<String, Object> invoiceNumbers(String name, String prefix, int year) {
        return Map.of(
                "name",
                name + " " + year,
                "sequence_type",
                reference("account_invoice", "sequence_type_account_invoice"),
                "company",
                company,
                "prefix",
                prefix + year + "-",
                "padding",
                5);
    }

    private void paymentMethod() {
        create(
                "account.invoice.payment.method",
                Map.of(
                        "name", "Bank transfer",
                        "company", company,
                        "journal", one("account.journal", "type", "cash"),
                        "credit_account", cash,
                        "debit_account", cash));
    }

    private void taxes() {
        List<Long> taxes =
                create("account.tax", tax("VAT 20%", VAT), tax("VAT 5%", REDUCED_VAT), tax("VAT 0%", BigDecimal.ZERO));
        standardTax = taxes.get(0);
        reducedTax = taxes.get(1);
        zeroTax = taxes.get(2);
        exportRule = create(
                        "account.tax.rule",
                        Map.of(
                                "name",
                                "Export (zero rated)",
                                "company",
                                company,
                                "kind",
                                "sale",
                                "lines",
                                creating(
                                        Map.of("origin_tax", standardTax, "tax", zeroTax),
                                        Map.of("origin_tax", reducedTax, "tax", zeroTax))))
                .get(0);
    }

    private Map<String, Object> tax(String name, BigDecimal rate) {
        return Map.of(
                "name", name,
                "description", name,
                "type", "percentage",
                "rate", rate,
                "company", company,
                "invoice_account", taxAccount,
                "credit_note_account", taxAccount);
    }

    private void paymentTerms() {
        terms = create(
                "account.invoice.payment_term",
                Map.of("name", "Net 30", "lines", creating(remainder(30))),
                Map.of("name", "Net 60", "lines", creating(remainder(60))),
                Map.of("name", "50% now, rest 30 days", "lines", creating(half(), remainder(30))));
    }

    private static Map<String, Object> remainder(int days) {
        return Map.of("type", "remainder", "sequence", 2, "relativedeltas", creating(Map.of("days", days)));
    }

    private static Map<String, Object> half() {
        return Map.of(
                "type",
                "percent",
                "ratio",
                new BigDecimal("0.5"),
                "divisor",
                new BigDecimal("2"),
                "sequence",
                1,
                "relativedeltas",
                creating(Map.of("days", 0)));
    }

    private void items() {
        List<Long> accounting = create(
                "product.category", accounting("Standard rated", standardTax), accounting("Reduced rated", reducedTax));
        List<Long> categories = create("product.category", Map.of("name", "Tools"), Map.of("name", "Safety"));
        tools = categories.get(0);
        safety = categories.get(1);
        long unit = reference("product", "uom_unit");
        List<Map<String, Object>> templates = IntStream.rangeClosed(1, ITEMS)
                .mapToObj(number -> item(number, unit, accounting.get(number % 5 == 0 ? 1 : 0)))
                .toList();
        tryton.create("product.template", templates, context);
        items =
                tryton
                        .searchRead(TrytonQuery.of("product.product", "code")
                                .where("code", "like", "SKU-%")
                                .ascending("code"))
                        .stream()
                        .map(TrytonRecord::id)
                        .toList();
    }

    private Map<String, Object> accounting(String name, long tax) {
        return Map.of(
                "name",
                name,
                "accounting",
                true,
                "account_revenue",
                revenue,
                "account_expense",
                expense,
                "customer_taxes",
                adding(tax),
                "supplier_taxes",
                adding(tax));
    }

    private Map<String, Object> item(int number, long unit, long accounting) {
        BigDecimal price =
                new BigDecimal("2.35").multiply(BigDecimal.valueOf(number)).add(new BigDecimal("5.00"));
        BigDecimal cost = price.multiply(new BigDecimal("0.6")).setScale(4, RoundingMode.HALF_EVEN);
        Map<String, Object> item = new HashMap<>();
        item.put("name", "Product %03d".formatted(number));
        item.put("type", "goods");
        item.put("default_uom", unit);
        item.put("sale_uom", unit);
        item.put("purchase_uom", unit);
        item.put("salable", true);
        item.put("purchasable", true);
        item.put("list_price", price);
        item.put("cost_price_method", "fixed");
        item.put("account_category", accounting);
        item.put("categories", adding(number % 2 == 0 ? safety : tools));
        item.put("lead_time", Duration.ofDays(number % 3));
        item.put("products", creating(Map.of("suffix_code", "SKU-%04d".formatted(number), "cost_price", cost)));
        return item;
    }

    private void priceLists() {
        long first = items.get(0);
        trade = priceList(
                "Trade",
                formula(1, "Decimal(\"5.25\")", Map.of("product", first, "quantity", 100.0)),
                formula(2, "Decimal(\"6.10\")", Map.of("product", first, "quantity", 10.0)),
                formula(10, "list_price * 0.80", Map.of("category", tools, "quantity", 50.0)),
                formula(11, "list_price * 0.90", Map.of("category", tools, "quantity", 10.0)),
                formula(99, "list_price * 0.95", Map.of()));
        keyAccounts = priceList(
                "Key accounts",
                formula(1, "list_price * 0.70", Map.of("quantity", 100.0)),
                formula(2, "list_price * 0.80", Map.of("quantity", 10.0)),
                formula(3, "list_price * 0.90", Map.of()));
    }

    @SafeVarargs
    private long priceList(String name, Map<String, Object>... lines) {
        return create(
                        "product.price_list",
                        Map.of(
                                "name",
                                name,
                                "company",
                                company,
                                "unit",
                                "product_sale",
                                "tax_included",
                                false,
                                "lines",
                                creating(lines)))
                .get(0);
    }

    private static Map<String, Object> formula(int sequence, String formula, Map<String, Object> when) {
        Map<String, Object> line = new HashMap<>(when);
        line.put("sequence", sequence);
        line.put("formula", formula);
        return line;
    }

    private void parties() {
        tryton.create(
                "party.party",
                IntStream.rangeClosed(1, CUSTOMERS).mapToObj(this::customer).toList(),
                context);
        supplier = create(
                        "party.party",
                        Map.of(
                                "name",
                                "Supplier 001",
                                "code",
                                "S00001",
                                "lang",
                                english,
                                "supplier_payment_term",
                                terms.get(0),
                                "addresses",
                                creating(address("9 Factory Lane", "Derby", "DE1 1AA", britain, true, true))))
                .get(0);
    }

    private Map<String, Object> customer(int number) {
        boolean export = number % 5 == 0;
        long country = export ? france : britain;
        Map<String, Object> office = new HashMap<>(address(
                number + " High Street",
                export ? "Paris" : "Leeds",
                export ? "75001" : "LS1 1AA",
                country,
                true,
                false));
        office.putAll(Map.of("party_name", "Customer %03d HQ".formatted(number), "sequence", 1));
        Map<String, Object> depot = new HashMap<>(address(
                number + " Depot Way", export ? "Paris" : "Hull", export ? "75002" : "HU1 1AA", country, false, true));
        depot.putAll(Map.of("party_name", "Customer %03d depot".formatted(number), "sequence", 2));
        Map<String, Object> customer = new HashMap<>();
        customer.put("name", "Customer %03d".formatted(number));
        customer.put("code", "C%05d".formatted(number));
        customer.put("lang", english);
        customer.put("addresses", creating(office, depot));
        customer.put(
                "contact_mechanisms",
                creating(
                        Map.of("type", "email", "value", "buyer%03d@example.com".formatted(number)),
                        Map.of("type", "phone", "value", "+44 113 496 %04d".formatted(number))));
        customer.put("customer_payment_term", terms.get(number % terms.size()));
        customer.put("sale_price_list", number % 4 == 0 ? keyAccounts : trade);
        customer.put("credit_limit_amount", creditLimit(number));
        customer.put("customer_tax_rule", export ? exportRule : null);
        return customer;
    }

    private static BigDecimal creditLimit(int number) {
        return switch (number) {
            case 2 -> new BigDecimal("1000");
            case 3 -> null;
            default -> new BigDecimal("500000");
        };
    }

    private static Map<String, Object> address(
            String street, String city, String postalCode, long country, boolean invoice, boolean delivery) {
        return Map.of(
                "street", street,
                "city", city,
                "postal_code", postalCode,
                "country", country,
                "invoice", invoice,
                "delivery", delivery);
    }

    private void warehouses() {
        london = reference("stock", "location_warehouse");
        write("stock.location", london, Map.of("name", "Warehouse London", "code", "LON"));
        List<Long> rooms = create(
                "stock.location",
                Map.of("name", "Leeds Input", "code", "LEE-IN", "type", "storage"),
                Map.of("name", "Leeds Output", "code", "LEE-OUT", "type", "storage"),
                Map.of("name", "Leeds Storage", "code", "LEE-STO", "type", "storage"));
        create(
                "stock.location",
                Map.of(
                        "name", "Warehouse Leeds",
                        "code", "LEE",
                        "type", "warehouse",
                        "input_location", rooms.get(0),
                        "output_location", rooms.get(1),
                        "storage_location", rooms.get(2),
                        "lost_found_location", reference("stock", "location_lost_found")));
        long storage = tryton.read("stock.location", List.of(london), List.of("storage_location"), context)
                .get(0)
                .id("storage_location");
        count(
                storage,
                IntStream.rangeClosed(1, ITEMS)
                        .mapToDouble(number -> number == 7 ? 5 : 1_000_000)
                        .toArray());
        count(
                rooms.get(2),
                IntStream.rangeClosed(1, ITEMS)
                        .mapToDouble(number -> number % 4 == 0 ? 0 : 40)
                        .toArray());
    }

    private void count(long location, double[] quantities) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < quantities.length; i++) {
            if (quantities[i] != 0) {
                lines.add(Map.of("product", items.get(i), "quantity", quantities[i]));
            }
        }
        long inventory = create(
                        "stock.inventory",
                        Map.of(
                                "location",
                                location,
                                "date",
                                today.minusDays(1),
                                "company",
                                company,
                                "empty_quantity",
                                "keep",
                                "lines",
                                List.of(List.of("create", lines))))
                .get(0);
        press("stock.inventory", "confirm", inventory);
        write("sale.configuration", 1, Map.of("sale_invoice_method", "order", "sale_shipment_method", "order"));
    }

    private void purchaseOrder() {
        Map<String, Object> order = new HashMap<>();
        order.put("party", supplier);
        order.put("invoice_address", one("party.address", "party", supplier));
        order.put("company", company);
        order.put("currency", pound);
        order.put("payment_term", terms.get(0));
        order.put("warehouse", london);
        order.put("purchase_date", today);
        order.put("invoice_method", "shipment");
        order.put("delivery_date", today.plusDays(14));
        order.put(
                "lines",
                creating(Map.of(
                        "type",
                        "line",
                        "product",
                        items.get(6),
                        "unit",
                        reference("product", "uom_unit"),
                        "quantity",
                        200.0,
                        "unit_price",
                        new BigDecimal("9.0000"),
                        "taxes",
                        adding(standardTax))));
        long purchase = create("purchase.purchase", order).get(0);
        List.of("quote", "confirm", "process").forEach(button -> press("purchase.purchase", button, purchase));
    }

    private void facadeUser() {
        long[] groups = LongStream.of(
                        reference("sale", "group_sale"),
                        reference("stock", "group_stock"),
                        reference("account", "group_account"),
                        reference("party", "group_party_admin"),
                        reference("product", "group_product_admin"))
                .toArray();
        long party = create("party.party", Map.of("name", "Integration user")).get(0);
        long employee = create("company.employee", Map.of("party", party, "company", company))
                .get(0);
        Map<String, Object> user = new HashMap<>();
        user.put("name", "Facade");
        user.put("login", FACADE);
        user.put("password", FACADE_PASSWORD);
        user.put("language", english);
        user.put("companies", adding(company));
        user.put("company", company);
        user.put("employees", adding(employee));
        user.put("employee", employee);
        user.put("groups", adding(groups));
        create("res.user", user);
    }

    private final class Wizard implements AutoCloseable {

        private final String name;
        private final Map<String, Object> about;
        private final long number;

        Wizard(String name, Map<String, Object> about) {
            this.name = name;
            this.about = about;
            JsonNode started = tryton.call("wizard." + name + ".create", List.of(), about);
            this.number = started.get(0).asLong();
        }

        void execute(String state, Map<String, Object> forms) {
            tryton.call("wizard." + name + ".execute", List.of(number, forms, state), about);
        }

        @Override
        public void close() {
            tryton.call("wizard." + name + ".delete", List.of(number), about);
        }
    }

    private static Map<String, Object> withoutCompany() {
        Map<String, Object> context = new HashMap<>();
        context.put("company", null);
        return context;
    }

    private static Map<String, Object> active(String model, long id) {
        return Map.of("active_model", model, "active_id", id, "active_ids", List.of(id));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private List<Long> create(String model, Map<String, Object>... records) {
        return tryton.create(model, Arrays.asList(records), context);
    }

    private void write(String model, long id, Map<String, Object> values) {
        tryton.write(model, List.of(id), values, context);
    }

    private void press(String model, String button, long id) {
        tryton.call("model." + model + "." + button, List.of(List.of(id)), context);
    }

    private long one(String model, String field, Object value) {
        TrytonQuery query = TrytonQuery.of(model, "id").where(field, "=", value).in(context);
        List<TrytonRecord> found = tryton.searchRead(query);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " of " + model + " with this " + field);
        }
        return found.get(0).id();
    }

    /** The id of a record that a module brings. */
    private long reference(String module, String name) {
        TrytonQuery query = TrytonQuery.of("ir.model.data", "db_id")
                .where("module", "=", module)
                .where("fs_id", "=", name)
                .in(context);
        return tryton.searchRead(query).get(0).number("db_id");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static List<Object> creating(Map<String, Object>... records) {
        return List.of(List.of("create", List.of(records)));
    }

    private static List<Object> adding(long... ids) {
        return List.of(List.of("add", LongStream.of(ids).boxed().toList()));
    }
}
