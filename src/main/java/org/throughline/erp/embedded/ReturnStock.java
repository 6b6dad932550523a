package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.order.Order;
import org.throughline.order.OrderLine;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/**
 * Puts what comes back into the stock. What is scrapped comes in and goes out again, so that the movements tell of it. For
 * use within a transaction that has locked the account.
 */
final class ReturnStock {

    private static final String WAREHOUSE = "select id from warehouse where id = ?";
    private static final String OF_ACCOUNT =
            "select b.warehouse_id from account a join branch b on b.id = a.branch_id where a.id = ?";

    private final JdbcClient jdbc;
    private final StockClaims claims;
    private final StockBook stock;

    ReturnStock(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.claims = new StockClaims(jdbc, dataSource);
        this.stock = new StockBook(jdbc);
    }

    /** In base units. */
    private record Goods(BigDecimal received, BigDecimal scrapped) {

        private Goods plus(Goods more) {
            return new Goods(received.add(more.received), scrapped.add(more.scrapped));
        }
    }

    /**
     * @param wanted the warehouse; null for where the first line was shipped from
     * @param arrived by number of the return's line
     * @return the warehouse
     */
    String takeIn(
            GoodsReturn goods, Order order, String wanted, Map<Integer, ReturnDesk.Arrived> arrived, LocalDate day) {
        String warehouse = warehouse(goods, order, wanted);
        SortedMap<StockPlace, Goods> places = new TreeMap<>();
        for (GoodsReturn.Line line : goods.lines()) {
            ReturnDesk.Arrived came = arrived.get(line.number());
            BigDecimal all = StockClaims.toBase(ordered(order, line), came.quantity());
            BigDecimal kept = StockClaims.toBase(ordered(order, line), came.restock());
            places.merge(new StockPlace(line.item(), warehouse), new Goods(all, all.subtract(kept)), Goods::plus);
        }
        Set<StockPlace> kept = new HashSet<>(claims.lock(places.keySet()));
        places.forEach((place, quantities) -> {
            if (kept.contains(place)) {
                move(place, quantities, goods.id(), day);
            }
        });
        return warehouse;
    }

    private void move(StockPlace place, Goods goods, String document, LocalDate day) {
        if (goods.received().signum() > 0) {
            stock.move(place, goods.received(), StockBook.Movement.RETURN, document, day);
        }
        if (goods.scrapped().signum() > 0) {
            stock.move(place, goods.scrapped().negate(), StockBook.Movement.ADJUSTMENT, document, day);
        }
    }

    private String warehouse(GoodsReturn goods, Order order, String wanted) {
        if (wanted != null) {
            return jdbc.sql(WAREHOUSE)
                    .param(wanted)
                    .query(String.class)
                    .optional()
                    .orElseThrow(() -> new ServiceFault(ErrorCode.WAREHOUSE_NOT_FOUND.at("warehouse")));
        }
        String shippedFrom = ordered(order, goods.lines().get(0)).warehouse();
        return shippedFrom != null
                ? shippedFrom
                : jdbc.sql(OF_ACCOUNT)
                        .param(goods.account())
                        .query(String.class)
                        .single();
    }

    private static OrderLine ordered(Order order, GoodsReturn.Line line) {
        List<OrderLine> lines = order.content().lines();
        return lines.stream()
                .filter(each -> line.orderLine() != null && each.number() == line.orderLine())
                .findFirst()
                .orElseThrow(() -> new ServiceFault(ErrorCode.WRONG_STATE.at(
                        "return", "It is not known which line of the order delivered the goods.")));
    }
}
