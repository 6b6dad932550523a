package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.shared.PostalAddress;

/** The online retailer's invoice lines, one file. What becomes of what stands in docs/import.md. */
final class OnlineRetailFormat implements ImportPlan {

    static final String BRANCH = "RETAIL";
    static final String CURRENCY = "GBP";

    private static final String LIST = "RETAIL-GBP";
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final String WRONG = "wrong rows, with the other rows of their invoices";
    private static final String[] COLUMNS = {
        "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"
    };

    private final Path from;
    private final Clock clock;
    private final Known known;
    private final RetailSales sales;

    /** The first row of each account. */
    private final Map<String, RetailRow> accounts = new LinkedHashMap<>();

    private final Map<String, RetailItem> items = new TreeMap<>();
    private final Map<RetailInvoice.Use, Long> uses = new EnumMap<>(RetailInvoice.Use.class);
    private long rows;

    OnlineRetailFormat(Path from, JdbcClient erp, Clock clock) {
        this.from = from;
        this.clock = clock;
        this.known = new Known(erp);
        this.sales = new RetailSales(items, clock);
    }

    static List<Path> files(Path from) {
        for (String name : List.of("online-retail.csv", "online-retail.csv.gz")) {
            if (Files.isRegularFile(from.resolve(name))) {
                return List.of(from.resolve(name));
            }
        }
        throw new ImportFailure("The directory has no online-retail.csv and no online-retail.csv.gz.");
    }

    /** The file is read once for the masters and once for the documents. */
    @Override
    public List<ImportStep> steps() {
        return List.of(
                ImportStep.of("accounts", this::readAccounts),
                ImportStep.of("items", (sink, problems) -> items.values().forEach(item -> item(item, sink))),
                ImportStep.of("documents", (sink, problems) -> read(new Problems(), i -> sales.documents(i, sink))),
                ImportStep.of("stock", (sink, problems) -> items.values().forEach(item -> item.stock(BRANCH, sink))));
    }

    @Override
    public Map<String, Long> account() {
        Map<String, Long> account = new LinkedHashMap<>();
        uses.forEach((use, count) -> account.put(use.title(), count));
        long used = uses.values().stream().mapToLong(Long::longValue).sum();
        account.put(WRONG, rows - used);
        return account;
    }

    private void readAccounts(Consumer<Importable> sink, Problems problems) {
        known.branches.put(BRANCH, BRANCH);
        sink.accept(Masters.warehouse(BRANCH, "Online retailer", "GB"));
        sink.accept(new Masters.Branch(BRANCH, "Online retailer", "GB", null, CURRENCY, BRANCH).importable());
        Masters.priceList(LIST, CURRENCY, known, sink);
        read(problems, this::learn);
        accounts.values().forEach(first -> account(first, sink));
    }

    private void learn(RetailInvoice invoice) {
        for (RetailRow row : invoice.rows()) {
            RetailInvoice.Use use = invoice.use(row);
            uses.merge(use, 1L, Long::sum);
            if (use != RetailInvoice.Use.BAD_DEBT) {
                items.computeIfAbsent(row.code(), code -> new RetailItem(code, row.isGoods()))
                        .learn(row, use);
                if (use != RetailInvoice.Use.ADJUSTMENT) {
                    accounts.putIfAbsent(row.account(), row);
                }
            }
        }
    }

    private void account(RetailRow first, Consumer<Importable> sink) {
        PostalAddress address = new PostalAddress(first.accountName(), null, null, null, null, null, first.country());
        new Masters.Account(
                        first.account(),
                        first.accountName(),
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
                        null,
                        null,
                        null,
                        null,
                        clock.instant())
                .importables(known, sink);
    }

    private void item(RetailItem item, Consumer<Importable> sink) {
        sink.accept(new Masters.Item(
                        item.code(),
                        item.description(),
                        item.isGoods() ? "GOODS" : "CHARGES",
                        "EA",
                        item.isGoods() ? "GOODS" : "SERVICE",
                        item.isGoods(),
                        "STANDARD",
                        "ACTIVE",
                        null,
                        null,
                        null,
                        BigDecimal.ONE,
                        clock.instant())
                .importable());
        item.listPrice()
                .ifPresent(price -> sink.accept(new Masters.Price(
                                LIST,
                                item.code(),
                                "EA",
                                BigDecimal.ZERO,
                                price,
                                BigDecimal.ONE,
                                LocalDate.of(2010, 12, 1),
                                null)
                        .importable()));
    }

    /** Hands over the invoices without a wrong row. The rows of an invoice stand together. */
    private void read(Problems problems, Consumer<RetailInvoice> invoices) {
        rows = 0;
        try (CsvFile file = CsvFile.open(files(from).get(0), WESTERN, problems, COLUMNS)) {
            Set<String> seen = new HashSet<>();
            List<RetailRow> group = new ArrayList<>();
            boolean valid = true;
            while (file.hasNext()) {
                Row row = file.next();
                RetailRow parsed = RetailRow.of(row);
                rows++;
                if (!group.isEmpty() && !group.get(0).invoice().equals(parsed.invoice())) {
                    hand(group, valid, invoices);
                    group = new ArrayList<>();
                    valid = true;
                }
                if (group.isEmpty() && !seen.add(parsed.invoice())) {
                    row.reject("the rows of the invoice do not stand together");
                }
                group.add(parsed);
                valid &= row.isValid();
            }
            hand(group, valid, invoices);
        }
    }

    private static void hand(List<RetailRow> group, boolean valid, Consumer<RetailInvoice> invoices) {
        if (valid && !group.isEmpty()) {
            invoices.accept(new RetailInvoice(group.get(0).invoice(), List.copyOf(group)));
        }
    }
}
