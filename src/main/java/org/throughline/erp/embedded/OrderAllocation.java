package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.order.Approval;
import org.throughline.order.LineProgress;
import org.throughline.order.Order;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderLine;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.ServiceFault;
import org.throughline.stock.Item;
import org.throughline.stock.ItemStatus;
import org.throughline.stock.ItemUnit;

/**
 * Gives stock to the orders that wait for it: of what is on hand or expected and neither allocated nor reserved, in the order
 * of the {@link AllocationQueue}. An order that is delivered completely or not at all collects in the same way.
 */
@Component
public class OrderAllocation {

    private static final int LONGEST_TEXT = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final String dataset;
    private final EmbeddedItems items;
    private final AllocationQueue queue;
    private final OrderRecords records;
    private final OrderProgress progress;
    private final StockClaims claims;
    private final StockBook stock;

    OrderAllocation(
            @Qualifier("erp") JdbcClient jdbc,
            @Qualifier("erp") DataSource dataSource,
            @Qualifier("erp") TransactionTemplate transactions,
            EmbeddedItems items,
            Clock clock,
            EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.items = items;
        this.clock = clock;
        this.dataset = erp.dataset();
        this.queue = new AllocationQueue(jdbc);
        this.records = new OrderRecords(jdbc, dataSource, dataset);
        this.progress = new OrderProgress(jdbc, dataSource);
        this.claims = new StockClaims(jdbc, dataSource);
        this.stock = new StockBook(jdbc);
    }

    /**
     * What a line got, or had to give back.
     *
     * @param quantity in the unit of the line; below zero when it was taken back
     */
    public record Change(OrderId order, int line, BigDecimal quantity, String unit) {

        @Override
        public String toString() {
            return "line " + line + ": " + quantity.stripTrailingZeros().toPlainString() + " " + unit;
        }
    }

    /**
     * Gives an order what it lacks, as far as it is there, before all others that wait.
     *
     * @throws ServiceFault ORDER_NOT_FOUND; WRONG_STATE at order unless it is approved
     */
    public List<Change> allocate(OrderId id, By by) {
        return Undisturbed.in(transactions, () -> {
            Order order = records.locked(id);
            if (order.status().approval() != Approval.APPROVED) {
                throw new ServiceFault(ErrorCode.WRONG_STATE.at("order", "The order is not approved."));
            }
            claims.lock(order.content().lines());
            return give(order, lacking(order), by);
        });
    }

    /** Gives what there is to all that wait for it; one transaction for each item and warehouse. */
    public List<Change> run(By by) {
        List<Change> changes = new ArrayList<>();
        queue.places().forEach(place -> changes.addAll(settling(place, by, () -> {})));
        return changes;
    }

    /** Gives what has become free where these lines had something allocated; one transaction for each item and warehouse. */
    void handOut(Collection<OrderLine> freed, By by) {
        freed.stream()
                .filter(line -> line.progress().allocated().signum() > 0 && line.warehouse() != null)
                .map(StockPlace::of)
                .distinct()
                .sorted()
                .forEach(place -> settling(place, by, () -> {}));
    }

    /**
     * Changes the stock in a place, and then gives what is free to those that wait for it; or, when more is allocated than
     * there is and will be, takes it back from the end of the queue. One transaction, which locks the accounts of all
     * concerned before the stock.
     *
     * @param change is made when everything is locked
     */
    List<Change> settling(StockPlace place, By by, Runnable change) {
        return Undisturbed.in(transactions, () -> {
            Set<String> accounts = Stream.concat(queue.waiting(place).stream(), queue.holding(place).stream())
                    .map(AllocationQueue.Entry::account)
                    .collect(Collectors.toCollection(TreeSet::new));
            accounts.forEach(account -> AccountLock.take(jdbc, new AccountId(dataset, account)));
            claims.lock(List.of(place));
            change.run();
            List<Change> changes = new ArrayList<>(takeBack(place, accounts, by));
            changes.addAll(handOut(place, accounts, by));
            return changes;
        });
    }

    private List<Change> handOut(StockPlace place, Set<String> accounts, By by) {
        List<Change> changes = new ArrayList<>();
        Item item = item(place);
        for (AllocationQueue.Entry entry : queue.waiting(place)) {
            if (item.stocked() && level(place).free().signum() == 0) {
                return changes;
            }
            if (accounts.contains(entry.account())) {
                Order order = order(entry);
                changes.addAll(give(order, List.of(line(order, entry)), by));
            }
        }
        return changes;
    }

    private List<Change> takeBack(StockPlace place, Set<String> accounts, By by) {
        List<Change> changes = new ArrayList<>();
        List<AllocationQueue.Entry> holding = queue.holding(place);
        Item item = item(place);
        for (int i = holding.size() - 1; i >= 0 && lacking(place, item).signum() > 0; i--) {
            if (accounts.contains(holding.get(i).account())) {
                Order order = order(holding.get(i));
                OrderLine line = line(order, holding.get(i));
                BigDecimal back = units(line, item, lacking(place, item), RoundingMode.UP)
                        .min(line.progress().allocated());
                changes.addAll(write(order, Map.of(line.number(), back.negate()), by));
            }
        }
        return changes;
    }

    /** What is not kept in stock never lacks. */
    private BigDecimal lacking(StockPlace place, Item item) {
        return item.stocked() ? level(place).lacking() : BigDecimal.ZERO;
    }

    private List<Change> give(Order order, List<OrderLine> lines, By by) {
        Map<ItemId, Item> known = items.get(lines.stream().map(OrderLine::item).toList(), MaxAge.LIVE)
                .value();
        Map<StockPlace, BigDecimal> taken = new HashMap<>();
        Map<Integer, BigDecimal> given = new LinkedHashMap<>();
        for (OrderLine line : lines) {
            Item item = known.get(line.item());
            BigDecimal quantity = item.stocked() ? available(line, item, taken) : line.backordered();
            if (quantity.signum() > 0) {
                given.put(line.number(), quantity);
            }
        }
        return write(order, given, by);
    }

    /** @param taken of each place by the lines before */
    private BigDecimal available(OrderLine line, Item item, Map<StockPlace, BigDecimal> taken) {
        if (item.status() == ItemStatus.BLOCKED || line.warehouse() == null) {
            return BigDecimal.ZERO;
        }
        StockPlace place = StockPlace.of(line);
        BigDecimal free = level(place).free().subtract(taken.getOrDefault(place, BigDecimal.ZERO));
        BigDecimal quantity = units(line, item, free, RoundingMode.DOWN).min(line.backordered());
        taken.merge(place, StockClaims.toBase(line, quantity), BigDecimal::add);
        return quantity;
    }

    /** How many of the line's unit base units are; a unit that cannot be divided is not. */
    private static BigDecimal units(OrderLine line, Item item, BigDecimal base, RoundingMode rounding) {
        int decimals = item.unit(line.quantity().unit()).map(ItemUnit::decimals).orElse(0);
        return base.multiply(line.quantity().value()).divide(line.baseQuantity(), decimals, rounding);
    }

    private List<Change> write(Order order, Map<Integer, BigDecimal> more, By by) {
        if (more.isEmpty()) {
            return List.of();
        }
        Map<Integer, LineProgress> after = new HashMap<>();
        List<Change> changes = new ArrayList<>();
        order.content().lines().stream()
                .filter(line -> more.containsKey(line.number()))
                .forEach(line -> {
                    BigDecimal quantity = more.get(line.number());
                    after.put(line.number(), line.progress().allocating(quantity));
                    changes.add(new Change(
                            order.id(), line.number(), quantity, line.quantity().unit()));
                });
        progress.write(order, after);
        Instant now = clock.instant();
        records.happened(order.id(), OrderEvent.Kind.ALLOCATED, by, "ALLOCATE", text(changes), now);
        records.raiseVersion(order.id(), now);
        return changes;
    }

    private static String text(List<Change> changes) {
        String text = changes.stream().map(Change::toString).collect(Collectors.joining(", "));
        return text.length() <= LONGEST_TEXT ? text : changes.size() + " lines";
    }

    private StockBook.Level level(StockPlace place) {
        return stock.level(place, clock.instant());
    }

    private Item item(StockPlace place) {
        ItemId id = new ItemId(place.item());
        return items.get(List.of(id), MaxAge.LIVE).value().get(id);
    }

    private static List<OrderLine> lacking(Order order) {
        return order.content().lines().stream()
                .filter(line -> line.backordered().signum() > 0)
                .toList();
    }

    private Order order(AllocationQueue.Entry entry) {
        return records.locked(new OrderId(dataset, entry.order()));
    }

    private static OrderLine line(Order order, AllocationQueue.Entry entry) {
        return order.content().lines().stream()
                .filter(line -> line.number() == entry.line())
                .findFirst()
                .orElseThrow();
    }
}
