package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.KeyBatches;
import org.throughline.order.OrderLine;

/**
 * What open orders have claimed of the stock. Rows are always locked in the order of item and warehouse, so that
 * transactions wait for each other and never in a circle. For use within a transaction.
 */
final class StockClaims {

    /** Locks by writing what is there: the one way that both databases understand alike. */
    private static final String LOCK =
            "update stock_level set allocated = allocated where item_id = ? and warehouse_id = ?";

    private static final String LEVELS = "select item_id, warehouse_id from stock_level where item_id in (:ids)";

    private static final String ADD =
            "update stock_level set allocated = allocated + ? where item_id = ? and warehouse_id = ?";
    private static final String EMPTY_LEVEL =
            "insert into stock_level (item_id, warehouse_id, on_hand, allocated) values (?, ?, 0, 0)";
    private static final String STOCKED = "select id from item where id in (:ids) and stocked = true";
    private static final int BASE_DECIMALS = 6;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    StockClaims(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
    }

    /** Keeps everybody else from claiming stock of these lines until the transaction ends. */
    void lock(List<OrderLine> lines) {
        lock(byPlace(lines).keySet());
    }

    /**
     * Keeps everybody else from claiming stock in these places until the transaction ends. The items are locked in all
     * their warehouses: what can be delivered is read of all of them afterwards, and who had locked only some of them would
     * wait for another one who waits for him.
     *
     * @return those of the places that stock is kept in
     */
    List<StockPlace> lock(Collection<StockPlace> places) {
        Set<String> stocked = stocked(places);
        List<StockPlace> kept =
                places.stream().filter(place -> stocked.contains(place.item())).toList();
        SortedSet<StockPlace> all = new TreeSet<>(kept);
        all.addAll(levels(stocked));
        all.forEach(this::lock);
        return kept;
    }

    private void lock(StockPlace place) {
        if (jdbc.sql(LOCK).params(place.item(), place.warehouse()).update() == 0) {
            jdbc.sql(EMPTY_LEVEL).params(place.item(), place.warehouse()).update();
        }
    }

    /** Claims what is allocated to the lines. */
    void claim(List<OrderLine> lines) {
        add(byPlace(lines));
    }

    /** Gives back what is allocated to the lines. */
    void release(List<OrderLine> lines) {
        SortedMap<StockPlace, BigDecimal> claimed = byPlace(lines);
        claimed.replaceAll((place, quantity) -> quantity.negate());
        add(claimed);
    }

    /** Claims what more is allocated to lines than before, and gives back what less is. */
    void move(List<OrderLine> before, List<OrderLine> after) {
        SortedMap<StockPlace, BigDecimal> more = byPlace(after);
        byPlace(before).forEach((place, quantity) -> more.merge(place, quantity.negate(), BigDecimal::add));
        add(more);
    }

    /** A quantity of a line in base units, rounded half up: what is shipped in parts adds up to exactly the whole. */
    static BigDecimal toBase(OrderLine line, BigDecimal quantity) {
        BigDecimal whole = line.quantity().value();
        return whole.signum() == 0
                ? BigDecimal.ZERO
                : line.baseQuantity().multiply(quantity).divide(whole, BASE_DECIMALS, RoundingMode.HALF_UP);
    }

    /** What is not kept in stock has no level to be claimed of. */
    private void add(SortedMap<StockPlace, BigDecimal> quantities) {
        batches.batchUpdate(
                ADD,
                quantities.entrySet().stream()
                        .filter(claim -> claim.getValue().signum() != 0)
                        .map(StockClaims::row)
                        .toList());
    }

    private static Object[] row(Map.Entry<StockPlace, BigDecimal> claim) {
        return new Object[] {
            claim.getValue(), claim.getKey().item(), claim.getKey().warehouse()
        };
    }

    private static SortedMap<StockPlace, BigDecimal> byPlace(Collection<OrderLine> lines) {
        SortedMap<StockPlace, BigDecimal> claims = new TreeMap<>();
        lines.stream()
                .filter(line -> line.warehouse() != null)
                .forEach(line -> claims.merge(
                        StockPlace.of(line), toBase(line, line.progress().allocated()), BigDecimal::add));
        return claims;
    }

    private List<StockPlace> levels(Set<String> items) {
        return KeyBatches.read(items, batch -> jdbc.sql(LEVELS)
                .param("ids", batch)
                .query((row, number) -> new StockPlace(row.getString("item_id"), row.getString("warehouse_id")))
                .list());
    }

    private Set<String> stocked(Collection<StockPlace> places) {
        List<String> items = places.stream().map(StockPlace::item).toList();
        return new HashSet<>(KeyBatches.read(items, batch -> jdbc.sql(STOCKED)
                .param("ids", batch)
                .query(String.class)
                .list()));
    }
}
