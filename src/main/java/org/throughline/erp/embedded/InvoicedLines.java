package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.order.LinePrice;
import org.throughline.order.Order;
import org.throughline.order.OrderLine;
import org.throughline.shared.OrderId;
import org.throughline.shared.Quantity;

/** How the lines of an order stand on an invoice: priced in their own unit, whatever unit the price was agreed for. */
final class InvoicedLines {

    private static final String PRICE_UNITS = """
            select l.line_no, u.factor from sales_order_line l
            join item_unit u on u.item_id = l.item_id and u.unit = l.price_unit
            where l.order_id = ?""";
    private static final int PRICE_DECIMALS = 6;

    private final JdbcClient jdbc;

    InvoicedLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param quantities by line number; other lines are left out */
    List<InvoiceWriter.Line> of(Order order, Map<Integer, BigDecimal> quantities, Map<Integer, BigDecimal> nets) {
        Map<Integer, BigDecimal> factors = priceUnits(order.id());
        return order.content().lines().stream()
                .filter(line -> quantities.containsKey(line.number()))
                .map(line -> line(
                        line,
                        quantities.get(line.number()),
                        unitPrice(line, factors.get(line.number())),
                        nets.get(line.number())))
                .toList();
    }

    private static InvoiceWriter.Line line(OrderLine line, BigDecimal quantity, BigDecimal unitPrice, BigDecimal net) {
        LinePrice price = line.price();
        return new InvoiceWriter.Line(
                line.number(),
                null,
                line.item().value(),
                line.description(),
                new Quantity(quantity, line.quantity().unit()),
                unitPrice,
                price.baseQuantity(),
                price.discountPercent(),
                net,
                price.taxCategory(),
                price.taxRatePercent());
    }

    private Map<Integer, BigDecimal> priceUnits(OrderId id) {
        Map<Integer, BigDecimal> factors = new HashMap<>();
        jdbc.sql(PRICE_UNITS).param(id.value()).query(row -> {
            factors.put(row.getInt("line_no"), row.getBigDecimal("factor"));
        });
        return factors;
    }

    /** An invoice states its prices in the unit of the line: six decimals, for people; the net is not computed from it. */
    private static BigDecimal unitPrice(OrderLine line, BigDecimal priceFactor) {
        return priceFactor == null || line.price().unit().equals(line.quantity().unit())
                ? line.price().unitPrice()
                : line.price()
                        .unitPrice()
                        .multiply(line.baseQuantity())
                        .divide(line.quantity().value().multiply(priceFactor), PRICE_DECIMALS, RoundingMode.HALF_UP);
    }
}
