package org.throughline.bench;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
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
 * Derby with 500,000, or a hundredth of that with {@code -Dbench.quick=true}. Each list is read to its end once, to find
 * the cursors at 10, 50 and 99 percent of its pages; then these pages are measured in turns.
 */
final class DeepPages {

    private static final int PAGE = 50;
    private static final int WALK = 500;
    private static final double[] DEPTHS = {0, 0.10, 0.50, 0.99};
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
        for (Map.Entry<String, Function<DataSource, Reader>> list : lists().entrySet()) {
            Reader reader = list.getValue().apply(database.dataSource());
            List<PageRequest> pages = pages(reader);
            table.append(row(list.getKey(), pages, reader));
            plans.append(plan(list.getKey(), list.getValue(), pages.get(2), database));
            say(list.getKey());
        }
        return format(
                "%s%nMedian of the page at that depth; in brackets its ratio to the first page. %d processors, Java %s.%n%n%s",
                table, Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"), plans);
    }

    /** Reads a page. */
    private interface Reader {
        Page<?> read(PageRequest page);
    }

    private Map<String, Function<DataSource, Reader>> lists() {
        Map<String, Function<DataSource, Reader>> lists = new LinkedHashMap<>();
        lists.put("findInvoices", invoices(1, InvoiceFilter.ALL));
        lists.put("findInvoices, company with 3 accounts", invoices(3, InvoiceFilter.ALL));
        lists.put("findInvoices, item", invoices(1, filter(ManyInvoices.item(42), null, AmountRange.ALL)));
        lists.put("findInvoices, own reference", invoices(1, filter(null, ManyInvoices.reference(5), AmountRange.ALL)));
        lists.put("findInvoices, amount, few", invoices(1, filter(null, null, atLeast(ManyInvoices.LARGE_VALUE))));
        lists.put("findInvoices, amount, many", invoices(1, filter(null, null, atLeast(BigDecimal.valueOf(480)))));
        lists.put("findInvoices, open", invoices(1, open(null)));
        lists.put("findInvoices, open a year ago", invoices(1, open(ManyInvoices.LAST_DAY.minusYears(1))));
        lists.put("findPurchaseLines", lines(PurchaseFilter.ALL));
        lists.put("findPurchaseLines, item", lines(purchases(ManyInvoices.item(42), Set.of(), AmountRange.ALL)));
        lists.put(
                "findPurchaseLines, not shipped", lines(purchases(null, Set.of(DeliveryStatus.OPEN), AmountRange.ALL)));
        lists.put(
                "findPurchaseLines, amount, few", lines(purchases(null, Set.of(), atLeast(ManyInvoices.LARGE_VALUE))));
        lists.put("findPurchases", items(PurchaseFilter.ALL));
        lists.put(
                "findPurchases, last year",
                items(new PurchaseFilter(new DateRange(ManyInvoices.LAST_DAY.minusYears(1), null), null)));
        return lists;
    }

    private Function<DataSource, Reader> invoices(int accounts, InvoiceFilter filter) {
        return source -> {
            HistoryPorts ports = HistoryPorts.of(source, clock);
            return page -> value(ports.invoices().find(accounts(ports, accounts), filter, page, MaxAge.LIVE));
        };
    }

    private Function<DataSource, Reader> lines(PurchaseFilter filter) {
        return source -> {
            HistoryPorts ports = HistoryPorts.of(source, clock);
            return page -> value(ports.purchases().findLines(accounts(ports, 1), filter, page, MaxAge.LIVE));
        };
    }

    private Function<DataSource, Reader> items(PurchaseFilter filter) {
        return source -> {
            HistoryPorts ports = HistoryPorts.of(source, clock);
            return page -> value(ports.purchases().find(accounts(ports, 1), filter, page, MaxAge.LIVE));
        };
    }

    private static <T> Page<T> value(Answer<Page<T>> answer) {
        return answer.value();
    }

    private static List<AccountId> accounts(HistoryPorts ports, int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(number -> new AccountId(ports.dataset(), ManyInvoices.account(number)))
                .toList();
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

    /** The requests of the pages at all depths. Lists of few pages are read page by page. */
    private static List<PageRequest> pages(Reader reader) {
        List<Optional<String>> cursors = walk(reader, PAGE, 40);
        if (cursors.size() > 40) {
            cursors = walk(reader, WALK, Integer.MAX_VALUE);
        }
        List<PageRequest> pages = new ArrayList<>();
        for (double depth : DEPTHS) {
            pages.add(new PageRequest(PAGE, cursors.get((int) Math.floor(depth * (cursors.size() - 1)))));
        }
        return pages;
    }

    private static List<Optional<String>> walk(Reader reader, int size, int most) {
        List<Optional<String>> cursors = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            cursors.add(next);
            next = reader.read(new PageRequest(size, next)).nextCursor();
        } while (next.isPresent() && cursors.size() <= most);
        return cursors;
    }

    private static String row(String name, List<PageRequest> pages, Reader reader) {
        double[] millis = medians(pages, reader);
        StringBuilder row = new StringBuilder(format("| %s | %s | %.1f |", name, length(pages), millis[0]));
        for (int i = 1; i < millis.length; i++) {
            row.append(format(" %.1f (%.2f) |", millis[i], millis[i] / millis[0]));
        }
        return row.append('\n').toString();
    }

    private static String length(List<PageRequest> pages) {
        long different = pages.stream().map(PageRequest::cursor).distinct().count();
        return different == pages.size() ? "many" : different == 1 ? "one" : "few";
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

    private static String plan(String name, Function<DataSource, Reader> list, PageRequest page, BenchDatabase database)
            throws Exception {
        RecordedStatements recorded = new RecordedStatements(database.dataSource());
        list.apply(recorded).read(page);
        return format(
                "### %s, at 50 %%, %s%n%n```%n%s```%n%n", name, database.dialect(), recorded.plans(database.dialect()));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private void say(String text) {
        System.out.printf("[%4d s] %s%n", (System.nanoTime() - begin) / 1_000_000_000, text);
    }
}
