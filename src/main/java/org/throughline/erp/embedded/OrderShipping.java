package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.database.DocumentNumbers;
import org.throughline.database.UtcTimestamp;
import org.throughline.order.LineProgress;
import org.throughline.order.Order;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderLine;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.ShipmentId;
import org.throughline.shared.Violation;
import org.throughline.stock.Item;

/**
 * Ships orders, whole or in parts: what is allocated goes from the stock to the customer. Of what is not kept in stock nothing
 * moves, but it stands on the shipment and counts as shipped.
 */
@Component
public class OrderShipping {

    private static final String SHIPMENT = """
            insert into shipment (id, account_id, order_id, shipped_on, carrier, consignment, tracking_url, status, ship_name,
                ship_line1, ship_line2, ship_city, ship_region, ship_postal_code, ship_country, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, 'SHIPPED', ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String LINE = """
            insert into shipment_line (shipment_id, line_no, order_line_no, item_id, description, quantity, unit)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;
    private final DocumentNumbers numbers;
    private final EmbeddedItems items;
    private final Clock clock;
    private final String dataset;
    private final OrderRecords records;
    private final OrderProgress progress;
    private final StockClaims claims;
    private final StockBook stock;
    private final Audit audit;
    private final List<OrderFollowUp> followUps;

    OrderShipping(
            @Qualifier("erp") JdbcClient jdbc,
            @Qualifier("erp") DataSource dataSource,
            @Qualifier("erp") TransactionTemplate transactions,
            DocumentNumbers numbers,
            EmbeddedItems items,
            Clock clock,
            EmbeddedErp erp,
            List<OrderFollowUp> followUps) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
        this.transactions = transactions;
        this.numbers = numbers;
        this.items = items;
        this.clock = clock;
        this.dataset = erp.dataset();
        this.records = new OrderRecords(jdbc, dataSource, dataset);
        this.progress = new OrderProgress(jdbc, dataSource);
        this.claims = new StockClaims(jdbc, dataSource);
        this.stock = new StockBook(jdbc);
        this.audit = new Audit(jdbc);
        this.followUps = List.copyOf(followUps);
    }

    /**
     * Ships what is wished for.
     *
     * @param version that the order must have; empty for any
     * @throws ServiceFault ORDER_NOT_FOUND at order; VERSION_CONFLICT at version; WRONG_STATE at order, or at lines when the
     *     order is delivered completely or not at all; INVALID_VALUE at lines[n].line and trackingUrl; INVALID_QUANTITY at
     *     lines[n].quantity; INSUFFICIENT_STOCK at lines, of what is allocated but has not arrived yet
     */
    public ShipmentId ship(OrderId id, ShipmentWish wish, Optional<Integer> version, By by) {
        return Undisturbed.in(transactions, () -> {
            Order order = records.locked(id, version);
            Map<ItemId, Item> known = items.get(
                            order.content().lines().stream()
                                    .map(OrderLine::item)
                                    .toList(),
                            MaxAge.LIVE)
                    .value();
            Map<Integer, BigDecimal> quantities = new ShipmentChecks(order, known).quantities(wish);
            ShipmentId shipment = write(order, wish, quantities, by);
            takeFromStock(order, known, quantities, shipment);
            followUps.forEach(follower -> follower.shipped(id, by));
            return shipment;
        });
    }

    private ShipmentId write(Order order, ShipmentWish wish, Map<Integer, BigDecimal> quantities, By by) {
        String id = "SH-%06d".formatted(numbers.next("shipment_number"));
        Instant now = clock.instant();
        insert(id, order, wish, now);
        batches.batchUpdate(LINE, lineRows(id, order, quantities));
        records.happened(order.id(), OrderEvent.Kind.SHIPPED, by, "SHIP", id, now);
        audit.write(by, now, "SHIP", Audit.Kind.SHIPMENT, id, order.id().value());
        records.raiseVersion(order.id(), now);
        return new ShipmentId(dataset, id);
    }

    private void insert(String id, Order order, ShipmentWish wish, Instant now) {
        PostalAddress to = order.content().shipTo();
        jdbc.sql(SHIPMENT)
                .params(
                        id,
                        order.content().account().value(),
                        order.id().value(),
                        Date.valueOf(LocalDate.now(clock)),
                        wish.carrier(),
                        wish.consignment(),
                        wish.trackingUrl(),
                        to.name(),
                        to.line1(),
                        to.line2(),
                        to.city(),
                        to.region(),
                        to.postalCode(),
                        to.country(),
                        UtcTimestamp.of(now))
                .update();
    }

    private static List<Object[]> lineRows(String id, Order order, Map<Integer, BigDecimal> quantities) {
        List<Object[]> rows = new ArrayList<>();
        for (OrderLine line : order.content().lines()) {
            if (quantities.containsKey(line.number())) {
                rows.add(new Object[] {
                    id,
                    rows.size() + 1,
                    line.number(),
                    line.item().value(),
                    line.description(),
                    quantities.get(line.number()),
                    line.quantity().unit()
                });
            }
        }
        return rows;
    }

    private void takeFromStock(
            Order order, Map<ItemId, Item> known, Map<Integer, BigDecimal> quantities, ShipmentId shipment) {
        claims.lock(order.content().lines());
        Map<Integer, LineProgress> after = new HashMap<>();
        SortedMap<StockPlace, BigDecimal> leaving = new TreeMap<>();
        for (OrderLine line : order.content().lines()) {
            BigDecimal quantity = quantities.get(line.number());
            if (quantity != null) {
                after.put(line.number(), line.progress().shipping(quantity));
                if (known.get(line.item()).stocked()) {
                    leaving.merge(StockPlace.of(line), base(line, quantity), BigDecimal::add);
                }
            }
        }
        requireOnHand(leaving);
        progress.write(order, after);
        leaving.forEach((place, quantity) -> stock.move(
                place, quantity.negate(), StockBook.Movement.SHIPMENT, shipment.value(), LocalDate.now(clock)));
    }

    /** In base units, so that all shipments of a line together are exactly the line. */
    private static BigDecimal base(OrderLine line, BigDecimal quantity) {
        BigDecimal shipped = line.progress().shipped();
        return StockClaims.toBase(line, shipped.add(quantity)).subtract(StockClaims.toBase(line, shipped));
    }

    private void requireOnHand(SortedMap<StockPlace, BigDecimal> leaving) {
        List<Violation> missing = new ArrayList<>();
        Instant now = clock.instant();
        leaving.forEach((place, quantity) -> {
            BigDecimal onHand = stock.level(place, now).onHand();
            if (onHand.compareTo(quantity) < 0) {
                missing.add(ErrorCode.INSUFFICIENT_STOCK
                        .at(
                                "lines",
                                "Of item " + place.item() + " not so many are in warehouse " + place.warehouse()
                                        + " yet.")
                        .withRemedy(Remedy.atMost("So many base units are there.", onHand)));
            }
        });
        if (!missing.isEmpty()) {
            throw new ServiceFault(missing);
        }
    }
}
