package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.throughline.history.Purchase;
import org.throughline.history.PurchaseLine;
import org.throughline.shared.Quantity;

/** Sums up the lines of one item, account and currency. Tryton cannot be asked for sums. */
final class PurchaseSum {

    private static final Comparator<TrytonRecord> AGE = Comparator.comparing(
                    (TrytonRecord row) -> row.date("sale.sale_date"))
            .thenComparing(row -> row.number("sale.id"))
            .thenComparing(row -> row.id());

    private final Set<Long> orders = new HashSet<>();
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal net = BigDecimal.ZERO;
    private LocalDate first;
    private TrytonRecord last;

    /** What is summed up together, in the order of the list. */
    static List<String> key(TrytonRecord row) {
        return List.of(row.text("product.code"), row.text("sale.party.code"), row.text("sale.currency.code"));
    }

    void add(TrytonRecord row, PurchaseRows rows) {
        LocalDate day = row.date("sale.sale_date");
        orders.add(row.number("sale.id"));
        quantity = quantity.add(rows.baseQuantity(row));
        net = net.add(PurchaseRows.net(row));
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || AGE.compare(row, last) > 0 ? row : last;
    }

    /** The latest line. */
    TrytonRecord last() {
        return last;
    }

    Purchase toPurchase(PurchaseLine latest, PurchaseRows rows) {
        return new Purchase(
                latest.account(),
                latest.item(),
                latest.name(),
                latest.currency(),
                new Quantity(quantity, rows.baseUnit(last).code()),
                orders.size(),
                first,
                null,
                net,
                latest);
    }
}
