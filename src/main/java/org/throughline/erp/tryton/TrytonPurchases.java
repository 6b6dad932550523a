package org.throughline.erp.tryton;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.throughline.history.Purchase;
import org.throughline.history.PurchaseFilter;
import org.throughline.history.PurchaseLine;
import org.throughline.history.PurchaseTotal;
import org.throughline.history.Purchases;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** Purchases: the lines of Tryton's confirmed orders. What is summed up is summed up here. */
@Component
class TrytonPurchases implements Purchases {

    private static final List<String> WHOLE = Stream.concat(PurchaseRows.FIELDS.stream(), PurchaseRows.MORE.stream())
            .toList();

    private final TrytonClient tryton;
    private final Clock clock;
    private final PurchaseRows rows;
    private final LatestFirst list;

    TrytonPurchases(
            TrytonClient tryton, TrytonUnits units, Clock clock, @Value("${throughline.dataset}") String dataset) {
        this.tryton = tryton;
        this.clock = clock;
        this.rows = new PurchaseRows(new TrytonIds(dataset), units);
        this.list = new LatestFirst(tryton, "sale.sale_date", List.of("sale.id", "id"));
    }

    @Override
    public Answer<Page<Purchase>> find(
            List<AccountId> accounts, PurchaseFilter filter, PageRequest page, MaxAge maxAge) {
        var now = clock.instant();
        Page<PurchaseSum> sums = new PurchasesByItem(tryton, rows, filter)
                .page(query(accounts, filter), page, "purchases" + accounts + filter);
        new KnownAccounts(tryton).checked(sums, accounts);
        Map<Long, PurchaseLine> latest =
                lines(sums.entries().stream().map(sum -> sum.last().id()).toList());
        return Answer.live(sums.map(sum -> sum.toPurchase(latest.get(sum.last().id()), rows)), now);
    }

    @Override
    public Answer<Page<PurchaseLine>> findLines(
            List<AccountId> accounts, PurchaseFilter filter, PageRequest page, MaxAge maxAge) {
        var now = clock.instant();
        Page<TrytonRecord> found = list.page(
                PurchaseRows.query(tryton.company(), accounts, filter, WHOLE),
                page,
                "purchase lines" + accounts + filter,
                row -> rows.isWanted(row, filter));
        new KnownAccounts(tryton).checked(found, accounts);
        SaleLines lines = saleLines(found.entries());
        return Answer.live(found.map(row -> rows.line(row, lines)), now);
    }

    @Override
    public Answer<List<PurchaseTotal>> totals(List<AccountId> accounts, PurchaseFilter filter, MaxAge maxAge) {
        var now = clock.instant();
        Map<Currency, Total> totals = new HashMap<>();
        list.each(query(accounts, filter), row -> {
            if (rows.isWanted(row, filter)) {
                totals.computeIfAbsent(PurchaseRows.currency(row), Total::new).add(row);
            }
        });
        return Answer.live(
                totals.values().stream()
                        .map(Total::toTotal)
                        .sorted(Comparator.comparing(total -> total.currency().getCurrencyCode()))
                        .toList(),
                now);
    }

    /** Whole lines only where the filter looks at what only they tell. */
    private TrytonQuery query(List<AccountId> accounts, PurchaseFilter filter) {
        return PurchaseRows.query(
                tryton.company(), accounts, filter, filter.statuses().isEmpty() ? PurchaseRows.FIELDS : WHOLE);
    }

    private Map<Long, PurchaseLine> lines(List<Long> ids) {
        List<TrytonRecord> whole = tryton.read(SaleLines.MODEL, ids, WHOLE, Map.of());
        SaleLines lines = saleLines(whole);
        return whole.stream()
                .map(row -> Map.entry(row.id(), rows.line(row, lines)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private SaleLines saleLines(List<TrytonRecord> found) {
        return SaleLines.read(found.stream().map(row -> row.number("sale.id")).toList(), tryton);
    }

    /** Of one currency. */
    private static final class Total {

        private final Currency currency;
        private final Set<Long> orders = new HashSet<>();
        private int lines;
        private BigDecimal net;

        Total(Currency currency) {
            this.currency = currency;
            this.net = Money.zero(currency).amount();
        }

        void add(TrytonRecord row) {
            orders.add(row.number("sale.id"));
            lines++;
            net = net.add(PurchaseRows.net(row));
        }

        PurchaseTotal toTotal() {
            return new PurchaseTotal(currency, orders.size(), lines, null, net);
        }
    }
}
