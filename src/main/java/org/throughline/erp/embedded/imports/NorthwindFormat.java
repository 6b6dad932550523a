package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.TaxRule;

/** The Northwind sample database: one file for each table. What becomes of what stands in docs/import.md. */
final class NorthwindFormat implements ImportPlan {

    static final String BRANCH = "NORTHWIND";
    static final String CURRENCY = "USD";

    private static final String LIST = "NORTHWIND-USD";
    private static final String NO_TAX = "The imported data states no tax";
    /** The oldest day of the data: its prices and tax rule hold since then. */
    private static final LocalDate BEGINNING = LocalDate.of(1996, 7, 1);

    private static final LocalDate END = LocalDate.of(1998, 5, 6);
    private static final List<String> FILES = List.of(
            "categories.csv", "customers.csv", "order_details.csv", "orders.csv", "products.csv", "shippers.csv");

    private final Path from;
    private final Clock clock;
    private final Known known;
    private final Map<String, String> groups = new HashMap<>();

    NorthwindFormat(Path from, JdbcClient erp, Clock clock) {
        this.from = from;
        this.clock = clock;
        this.known = new Known(erp);
    }

    static List<Path> files(Path from) {
        List<Path> files = FILES.stream().map(from::resolve).toList();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new ImportFailure("The directory has no " + file.getFileName() + ".");
            }
        }
        return files;
    }

    @Override
    public List<ImportStep> steps() {
        NorthwindSales sales = new NorthwindSales(from, known, clock);
        return List.of(
                ImportStep.of("seller", (sink, problems) -> seller(sink)),
                ImportStep.of("accounts", this::readCustomers),
                ImportStep.of("items", this::readProducts),
                ImportStep.of("orders", sales::readOrders),
                ImportStep.of("shipments", sales::readShipments),
                ImportStep.of("invoices", sales::readInvoices));
    }

    private void seller(Consumer<Importable> sink) {
        known.branches.put(BRANCH, BRANCH);
        sink.accept(Masters.warehouse(BRANCH, "Northwind Traders", "US"));
        sink.accept(new Masters.Branch(BRANCH, "Northwind Traders", "US", null, CURRENCY, BRANCH).importable());
        Masters.priceList(LIST, CURRENCY, known, sink);
        TaxRule none = new TaxRule(
                "US-NORTHWIND",
                "US",
                "STANDARD",
                null,
                null,
                TaxCategory.O,
                BigDecimal.ZERO,
                null,
                NO_TAX,
                BEGINNING,
                null);
        sink.accept(Importable.of(Kind.TAX_RULE, none.id(), rows -> rows.add(ErpTable.TAX_RULE, TaxRows.of(none))));
    }

    private void readCustomers(Consumer<Importable> sink, Problems problems) {
        try (CsvFile file = CsvFile.open(from.resolve("customers.csv"), problems, "customer_id", "company_name")) {
            file.forEachRemaining(row -> customer(row, sink));
        }
    }

    private void customer(Row row, Consumer<Importable> sink) {
        String id = id(row, "customer_id", Kind.ACCOUNT);
        PostalAddress address = address(row, "company_name", "");
        Masters.Account account = new Masters.Account(
                id,
                row.required("company_name", 200),
                "ACTIVE",
                BRANCH,
                CURRENCY,
                30,
                LIST,
                null,
                null,
                null,
                false,
                null,
                null,
                address,
                row.optional("contact_name", 200),
                row.optional("contact_title", 200),
                null,
                row.optional("phone", 60),
                clock.instant());
        if (row.isValid()) {
            known.add(id, new Known.Account(CURRENCY, address.country()));
            account.importables(known, sink);
        }
    }

    /** Line breaks were exported as backslash and n; what comes after the first is the second line. */
    static PostalAddress address(Row row, String name, String prefix) {
        String country = row.required(prefix + "country", 60);
        String code = CountryNames.code(country);
        if (code == null && !country.isEmpty()) {
            row.reject(prefix + "country is not the name of a country");
        }
        String[] lines = row.optional(prefix + "address", 200, "").split("\\\\n|\\R", 2);
        return new PostalAddress(
                row.required(name, 200),
                lines[0].isBlank() ? null : lines[0].strip(),
                lines.length == 1 ? null : lines[1].replace("\\n", ", ").strip(),
                row.optional(prefix + "city", 200),
                row.optional(prefix + "region", 200),
                row.optional(prefix + "postal_code", 40),
                code == null ? "" : code);
    }

    private void readProducts(Consumer<Importable> sink, Problems problems) {
        try (CsvFile file = CsvFile.open(from.resolve("categories.csv"), problems, "category_id", "category_name")) {
            file.forEachRemaining(
                    row -> groups.put(row.required("category_id", 60), row.required("category_name", 60)));
        }
        String[] columns = {"product_id", "product_name", "category_id", "unit_price", "units_in_stock", "discontinued"
        };
        try (CsvFile file = CsvFile.open(from.resolve("products.csv"), problems, columns)) {
            file.forEachRemaining(row -> product(row, sink));
        }
    }

    private void product(Row row, Consumer<Importable> sink) {
        String id = id(row, "product_id", Kind.ITEM);
        String group = groups.get(row.required("category_id", 60));
        if (group == null) {
            row.reject("category_id is not the id of a category");
        }
        String content = row.optional("quantity_per_unit", 60);
        String name = row.required("product_name", 200);
        BigDecimal price = price(row);
        BigDecimal onHand = row.notNegative("units_in_stock", 0, null);
        Masters.Item item = new Masters.Item(
                id,
                content == null ? name : name + " (" + content.replaceAll("\\s+", " ") + ")",
                group,
                "EA",
                "GOODS",
                true,
                "STANDARD",
                row.word("discontinued", "0", "1").equals("1") ? "DISCONTINUED" : "ACTIVE",
                null,
                null,
                null,
                BigDecimal.ONE,
                clock.instant());
        if (row.isValid()) {
            known.add(id, new Known.Item(item.description(), "EA", Map.of("EA", BigDecimal.ONE)));
            sink.accept(item.importable());
            sink.accept(new Masters.Price(LIST, id, "EA", BigDecimal.ZERO, price, BigDecimal.ONE, BEGINNING, null)
                    .importable());
            sink.accept(Masters.stock(id, BRANCH, onHand, END));
        }
    }

    private String id(Row row, String column, Kind kind) {
        String id = row.required(column, 60);
        if (!id.isEmpty() && !known.isNew(kind, id)) {
            row.reject(column + " occurs twice");
        }
        return id;
    }

    /** Prices were exported as binary fractions: 9.80000019 is 9.80. */
    static BigDecimal price(Row row) {
        BigDecimal price = row.positive("unit_price", 12, null);
        BigDecimal cents = price.setScale(2, RoundingMode.HALF_UP);
        checkNoise(row, "unit_price", price, cents);
        return cents;
    }

    /** What a binary fraction of 24 bits cannot explain is not noise but a value that must not be rounded away. */
    static void checkNoise(Row row, String column, BigDecimal given, BigDecimal clean) {
        BigDecimal noise = given.subtract(clean).abs();
        if (noise.compareTo(given.abs().movePointLeft(6)) > 0) {
            row.reject(column + " has more decimals than it should");
        }
    }
}
