package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;

/** What the retailer's rows together say of an item. */
final class RetailItem {

    private record Adjustment(LocalDate day, BigDecimal quantity, String invoice) {}

    private final String code;
    private final boolean goods;
    private final Map<String, Integer> descriptions = new HashMap<>();
    private final Map<BigDecimal, Integer> prices = new HashMap<>();
    private final List<Adjustment> adjustments = new ArrayList<>();

    RetailItem(String code, boolean goods) {
        this.code = code;
        this.goods = goods;
    }

    void learn(RetailRow row, RetailInvoice.Use use) {
        if (use == RetailInvoice.Use.ADJUSTMENT) {
            adjustments.add(new Adjustment(row.date(), row.quantity(), row.invoice()));
        } else if (row.price().signum() > 0) {
            if (row.description() != null) {
                descriptions.merge(row.description(), 1, Integer::sum);
            }
            if (!row.isCancellation()) {
                prices.merge(row.price().stripTrailingZeros(), 1, Integer::sum);
            }
        }
    }

    String code() {
        return code;
    }

    /** Whether it is kept in stock. */
    boolean isGoods() {
        return goods;
    }

    /** The most frequent one of priced rows, of equally frequent ones the first by alphabet; the code if none has one. */
    String description() {
        return descriptions.entrySet().stream()
                .min(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(code);
    }

    /** The most frequent price of goods, of equally frequent ones the highest; charges have none. */
    Optional<BigDecimal> listPrice() {
        return !goods
                ? Optional.empty()
                : prices.entrySet().stream()
                        .max(Map.Entry.<BigDecimal, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey);
    }

    /** Stock of what was adjusted: the adjustments, and the least opening stock that never lets it fall below zero. */
    void stock(String warehouse, Consumer<Importable> sink) {
        if (goods && !adjustments.isEmpty()) {
            String key = Importable.key(code, warehouse);
            sink.accept(new Importable(Kind.STOCK, code, key, rows -> writeStock(warehouse, rows), Set.of()));
        }
    }

    private void writeStock(String warehouse, RowBatch rows) {
        BigDecimal lowest = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (Adjustment adjustment : adjustments) {
            sum = sum.add(adjustment.quantity());
            lowest = lowest.min(sum);
        }
        rows.add(ErpTable.STOCK_LEVEL, code, warehouse, sum.subtract(lowest), 0);
        if (lowest.signum() < 0) {
            LocalDate day = adjustments.get(0).day();
            rows.add(ErpTable.STOCK_MOVEMENT, code, warehouse, day, lowest.negate(), "OPENING", null);
        }
        for (Adjustment adjustment : adjustments) {
            rows.add(
                    ErpTable.STOCK_MOVEMENT,
                    code,
                    warehouse,
                    adjustment.day(),
                    adjustment.quantity(),
                    "ADJUSTMENT",
                    adjustment.invoice());
        }
    }
}
