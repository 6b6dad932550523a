package org.throughline.bench;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.erp.embedded.HistoryPorts;
import org.throughline.history.AmountRange;
import org.throughline.history.DateRange;
import org.throughline.history.DeliveryStatus;
import org.throughline.history.InvoiceFilter;
import org.throughline.history.InvoiceStatus;
import org.throughline.history.PurchaseFilter;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/**
 * Shows that a page deep in a list costs what the first one costs: on PostgreSQL with 5 million lines of invoices and on
 * Derby with 500,000, or a hundredth of that with {@code -Dbench.quick=true}. The entries at 10, 50 and 99
 * percent of each list are looked up in the database; then the pages that begin behind them are measured in turns.
 */
final class DeepPages {

    private static final int PAGE = 50;
    private static final double[] DEPTHS = {0.10, 0.50, 0.99};
    private static final LocalDate YEAR_AGO = ManyInvoices.LAST_DAY.minusYears(1);
    private static final BigDecimal HALF = BigDecimal.valueOf(480);
    private static final long MILLIS_PER_LIST = 4_000;
    private static final int ROUNDS = 60;

    private final boolean quick = Boolean.getBoolean("bench.quick");
    private final long begin = System.nanoTime();
    private final Clock clock =
            Clock.fixed(ManyInvoices.LAST_DAY.atTime(10, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    /** The tables and plans, in Markdown. */
    String run() throws Exception {
        String only = System.getProperty("bench.only", "");
        StringBuilder text = new StringBuilder();
        if (!only.equals("postgresql")) {
            try (BenchDatabase derby = BenchDatabase.derby()) {
                text.append(measure(derby, quick ? 50_000 : 500_000));
            }
        }
        if (!only.equals("derby")) {
            try (BenchDatabase postgres = BenchDatabase.postgres()) {
                text.append(measure(postgres, quick ? 50_000 : 5_000_000));
            }
        }
        return text.toString();
    }

    private String measure(BenchDatabase database, int lines) throws Exception {
        say("filling " + database.dialect());
        database.fill(new ManyInvoices(lines, 10, done -> say(done + " lines of invoices"))::fill);
        say("filled: " + database.megabytes() + " MB");
        StringBuilder table = new StringBuilder(format("## %s, %,d lines of invoices%n%n", database.dialect(), lines));
        table.append("| list | pages of 50 | first page ms | at 10 % | at 50 % | at 99 % |\n");
        table.append("| --- | ---: | ---: | ---: | ---: | ---: |\n");
        StringBuilder plans = new StringBuilder();
        for (Listed list : lists()) {
            long entries = count(list, database);
            List<PageRequest> pages = pages(list, entries, database);
            table.append(row(list, entries, pages, list.reader().apply(ports(database.dataSource()))));
            plans.append(plan(list, pages.get(2), database));
            say(list.name());
        }
        return format(
                "%s%nMedian of the page at that depth; in brackets its ratio to the first page. %d processors, Java %s.%n%n%s",
                table, Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"), plans);
    }

    /** Reads a page. */
    private interface Reader {
        Page<?> read(PageRequest page);
    }

    /**
     * A list that is measured.
     *
     * @param keys selects what its entries are known by
     * @param order of the list
     * @param cursor of the page behind the entry with these keys
     */
    private record Listed(
            String name,
            Function<HistoryPorts, Reader> reader,
            String keys,
            String order,
            Function<List<String>, String> cursor) {}

    private static List<Listed> lists() {
        String all = "account_id = 'A00'";
        String company = "account_id in ('A00', 'A01', 'A02')";
        String withItem =
                " and id in (select invoice_id from invoice_line where account_id = 'A00' and item_id = 'I0042')";
        String until = " and issued_on <= date('" + YEAR_AGO + "')";
        String since = " and ordered_on >= date('" + YEAR_AGO + "')";
        InvoiceFilter item = filter(ManyInvoices.item(42), null, AmountRange.ALL);
        InvoiceFilter reference = filter(null, ManyInvoices.reference(5), AmountRange.ALL);
        InvoiceFilter large = filter(null, null, atLeast(ManyInvoices.LARGE_VALUE));
        InvoiceFilter half = filter(null, null, atLeast(HALF));
        PurchaseFilter lineItem = purchases(ManyInvoices.item(42), Set.of(), AmountRange.ALL);
        PurchaseFilter notShipped = purchases(null, Set.of(DeliveryStatus.OPEN), AmountRange.ALL);
        PurchaseFilter largeLines = purchases(null, Set.of(), atLeast(ManyInvoices.LARGE_VALUE));
        PurchaseFilter lastYear = new PurchaseFilter(new DateRange(YEAR_AGO, null), null);
        return List.of(
                invoices("findInvoices", 1, InvoiceFilter.ALL, all),
                invoices("findInvoices, company with 3 accounts", 3, InvoiceFilter.ALL, company),
                invoices("findInvoices, item", 1, item, all + withItem),
                invoices("findInvoices, own reference", 1, reference, all + " and customer_reference = 'PO-5'"),
                invoices("findInvoices, amount, few", 1, large, all + " and gross_total >= 100000"),
                invoices("findInvoices, amount, many", 1, half, all + " and gross_total >= 480"),
                invoices("findInvoices, open", 1, open(null), all + " and settlement = 0"),
                invoices("findInvoices, open a year ago", 1, open(YEAR_AGO), all + until),
                lines("findPurchaseLines", PurchaseFilter.ALL, all),
                lines("findPurchaseLines, item", lineItem, all + " and item_id = 'I0042'"),
                lines("findPurchaseLines, not shipped", notShipped, all + " and delivery = 0"),
                lines("findPurchaseLines, amount, few", largeLines, all + " and net >= 100000"),
                items("findPurchases", PurchaseFilter.ALL, all),
                items("findPurchases, last year", lastYear, all + since));
    }

    private static Listed invoices(String name, int count, InvoiceFilter filter, String where) {
        List<AccountId> accounts = accounts(count);
        return new Listed(
                name,
                ports -> page -> value(ports.invoices().find(accounts, filter, page, MaxAge.LIVE)),
                "select issued_on, id from invoice where " + where,
                "issued_on desc, id desc",
                key -> HistoryPorts.cursor(accounts, filter, LocalDate.parse(key.get(0)), key.get(1)));
    }

    private static Listed lines(String name, PurchaseFilter filter, String where) {
        List<AccountId> accounts = accounts(1);
        return new Listed(
                name,
                ports -> page -> value(ports.purchases().findLines(accounts, filter, page, MaxAge.LIVE)),
                "select ordered_on, order_id, line_no from sales_order_line where " + where,
                "ordered_on desc, order_id desc, line_no desc",
                key -> HistoryPorts.cursor(
                        accounts, filter, LocalDate.parse(key.get(0)), key.get(1), Integer.parseInt(key.get(2))));
    }

    private static Listed items(String name, PurchaseFilter filter, String where) {
        List<AccountId> accounts = accounts(1);
        return new Listed(
                name,
                ports -> page -> value(ports.purchases().find(accounts, filter, page, MaxAge.LIVE)),
                "select item_id from sales_order_line where " + where + " group by item_id",
                "item_id",
                key -> HistoryPorts.cursor(accounts, filter, key.get(0)));
    }

    private static List<AccountId> accounts(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new AccountId(HistoryPorts.DATASET, ManyInvoices.account(number)))
                .toList();
    }

    private HistoryPorts ports(DataSource source) {
        return HistoryPorts.of(source, clock);
    }

    private static <T> Page<T> value(Answer<Page<T>> answer) {
        return answer.value();
    }

    private static InvoiceFilter filter(String item, String reference, AmountRange amounts) {
        return new InvoiceFilter(
                DateRange.ALL,
                null,
                Set.of(),
                false,
                item == null ? null : new ItemId(item),
                null,
                reference,
                amounts,
                null);
    }

    private static InvoiceFilter open(LocalDate asOf) {
        return new InvoiceFilter(
                DateRange.ALL, null, Set.of(InvoiceStatus.OPEN), false, null, null, null, AmountRange.ALL, asOf);
    }

    private static PurchaseFilter purchases(String item, Set<DeliveryStatus> statuses, AmountRange amounts) {
        return new PurchaseFilter(DateRange.ALL, item == null ? null : new ItemId(item), null, null, statuses, amounts);
    }

    private static AmountRange atLeast(BigDecimal amount) {
        return new AmountRange(Currency.getInstance("EUR"), amount, null);
    }

    private static long count(Listed list, BenchDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("select count(*) from (" + list.keys() + ") entries")
                .query(Long.class)
                .single();
    }

    /** The requests of the first page and of those at all depths; the last full page of a short list. */
    private static List<PageRequest> pages(Listed list, long entries, BenchDatabase database) {
        List<PageRequest> pages = new ArrayList<>(List.of(PageRequest.first(PAGE)));
        for (double depth : DEPTHS) {
            long passed = Math.min((long) (depth * entries), entries - PAGE);
            pages.add(passed <= 0 ? PageRequest.first(PAGE) : behind(list, passed - 1, database));
        }
        return pages;
    }

    private static PageRequest behind(Listed list, long index, BenchDatabase database) {
        List<String> key = JdbcClient.create(database.dataSource())
                .sql(list.keys() + " order by " + list.order() + " offset ? rows fetch next 1 rows only")
                .param(index)
                .query((row, number) -> key(row))
                .single();
        return new PageRequest(PAGE, Optional.of(list.cursor().apply(key)));
    }

    private static List<String> key(ResultSet row) throws SQLException {
        List<String> key = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            key.add(row.getString(column));
        }
        return key;
    }

    private static String row(Listed list, long entries, List<PageRequest> pages, Reader reader) {
        double[] millis = medians(pages, reader);
        StringBuilder row =
                new StringBuilder(format("| %s | %,d | %.1f |", list.name(), (entries + PAGE - 1) / PAGE, millis[0]));
        for (int i = 1; i < millis.length; i++) {
            row.append(format(" %.1f (%.2f) |", millis[i], millis[i] / millis[0]));
        }
        return row.append('\n').toString();
    }

    private static double[] medians(List<PageRequest> pages, Reader reader) {
        double[][] samples = new double[pages.size()][ROUNDS];
        long end = System.nanoTime() + MILLIS_PER_LIST * 1_000_000;
        int rounds = 0;
        for (int warmUp = 0; warmUp < 10; warmUp++) {
            pages.forEach(reader::read);
        }
        while (rounds < ROUNDS && (rounds < 5 || System.nanoTime() < end)) {
            for (int i = 0; i < samples.length; i++) {
                long start = System.nanoTime();
                reader.read(pages.get(i));
                samples[i][rounds] = (System.nanoTime() - start) / 1e6;
            }
            rounds++;
        }
        double[] medians = new double[samples.length];
        for (int i = 0; i < medians.length; i++) {
            double[] sorted = Arrays.copyOf(samples[i], rounds);
            Arrays.sort(sorted);
            medians[i] = sorted[rounds / 2];
        }
        return medians;
    }

    private String plan(Listed list, PageRequest page, BenchDatabase database) throws SQLException {
        RecordedStatements recorded = new RecordedStatements(database.dataSource());
        list.reader().apply(ports(recorded)).read(page);
        return format(
                "### %s, at 50 %%, %s%n%n```%n%s```%n%n",
                list.name(), database.dialect(), recorded.plans(database.dialect()));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private void say(String text) {
        System.out.printf("[%4d s] %s%n", (System.nanoTime() - begin) / 1_000_000_000, text);
    }
}
