package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.database.UtcTimestamp;
import org.throughline.stock.Reservations;
import org.throughline.stock.Reserved;

/**
 * Reservations of the embedded ERP. Who reserves or orders locks the stock levels first, in one order, so that nobody
 * can count the same goods twice. What has ended is swept up by the next one who locks the place.
 */
@Component
class EmbeddedReservations implements Reservations {

    private static final String INSERT = """
            insert into stock_reservation (reference, item_id, warehouse_id, quantity, reserved_until)
            values (?, ?, ?, ?, ?)""";
    private static final String DELETE = "delete from stock_reservation where reference = ?";
    private static final String SWEEP =
            "delete from stock_reservation where item_id = ? and warehouse_id = ? and reserved_until <= ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final StockClaims claims;

    EmbeddedReservations(
            @Qualifier("erp") JdbcClient jdbc,
            @Qualifier("erp") DataSource dataSource,
            @Qualifier("erp") TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.claims = new StockClaims(jdbc, dataSource);
    }

    @Override
    public void reserve(String reference, Instant until, List<Reserved> wanted, Supplier<List<Reserved>> decision) {
        Undisturbed.in(transactions, () -> {
            List<StockPlace> locked = claims.lock(StockPlace.totals(wanted).keySet());
            locked.forEach(this::sweep);
            give(jdbc, reference);
            Map<StockPlace, BigDecimal> decided = StockPlace.totals(decision.get());
            locked.forEach(place -> insert(reference, until, place, decided.getOrDefault(place, BigDecimal.ZERO)));
            return reference;
        });
    }

    @Override
    public void release(String reference) {
        Undisturbed.in(transactions, () -> give(jdbc, reference));
    }

    /** Gives back what is reserved; for use within the transaction of whoever takes it over. */
    static int give(JdbcClient jdbc, String reference) {
        return jdbc.sql(DELETE).param(reference).update();
    }

    private void sweep(StockPlace place) {
        jdbc.sql(SWEEP)
                .params(place.item(), place.warehouse())
                .param(UtcTimestamp.of(clock.instant()))
                .update();
    }

    private void insert(String reference, Instant until, StockPlace place, BigDecimal quantity) {
        if (quantity.signum() > 0) {
            jdbc.sql(INSERT)
                    .params(reference, place.item(), place.warehouse(), quantity)
                    .param(UtcTimestamp.of(until))
                    .update();
        }
    }
}
