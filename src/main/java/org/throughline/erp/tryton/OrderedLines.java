package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.throughline.erp.tryton.TrytonUnits.TrytonUnit;
import org.throughline.order.LinePrice;
import org.throughline.order.LineProgress;
import org.throughline.order.OrderLine;
import org.throughline.shared.ItemId;
import org.throughline.shared.Money;
import org.throughline.shared.Quantity;
import org.throughline.tax.TaxTreatment;

/** The lines of sales as lines of orders. Titles, comments and lines without a product are none, but count in the numbers. */
final class OrderedLines {

    /** What has to be read of a sale for its lines. */
    static final List<String> FIELDS = List.of(
            "lines.type",
            "lines.product.code",
            "lines.product.name",
            "lines.product.default_uom",
            "lines.description",
            "lines.quantity",
            "lines.unit",
            "lines.unit_price",
            "lines.amount",
            "lines.note",
            "lines.moves.quantity",
            "lines.moves.uom",
            "lines.moves.shipment",
            "lines.invoice_lines.quantity",
            "lines.invoice_lines.unit");

    /** In front of the reason of a price that was agreed, in the note of its line. */
    static final String AGREED = "Agreed price: ";

    private static final Set<String> SET_ASIDE = Set.of("assigned", "picked", "packed");
    private static final MathContext PRECISION = new MathContext(20, RoundingMode.HALF_UP);
    private static final int QUANTITY_DECIMALS = 6;

    private final TrytonUnits units;

    OrderedLines(TrytonUnits units) {
        this.units = units;
    }

    List<OrderLine> of(TrytonRecord sale, Currency currency) {
        Map<Long, String> shipments = sale.all("shipments").stream()
                .collect(Collectors.toMap(TrytonRecord::id, shipment -> shipment.text("state")));
        List<TrytonRecord> rows = sale.all("lines");
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            TrytonRecord row = rows.get(i);
            if (isOrdered(row)) {
                lines.add(line(i + 1, row, sale.text("warehouse.code"), currency, shipments));
            }
        }
        return lines;
    }

    private static boolean isOrdered(TrytonRecord line) {
        return line.text("type").equals("line") && line.related("product").isPresent();
    }

    private OrderLine line(
            int number, TrytonRecord row, String warehouse, Currency currency, Map<Long, String> shipments) {
        TrytonUnit unit = units.get(row.id("unit"));
        TrytonUnit base = units.get(row.id("product.default_uom"));
        BigDecimal quantity = plain(row.decimal("quantity"));
        return new OrderLine(
                number,
                new ItemId(row.text("product.code")),
                filled(row.text("description"), row.text("product.name")),
                new Quantity(quantity, unit.code()),
                converted(quantity, unit, base),
                price(row, unit, currency),
                null,
                warehouse,
                progress(row, unit, shipments));
    }

    private static LinePrice price(TrytonRecord row, TrytonUnit unit, Currency currency) {
        TaxTreatment treatment = SaleTaxes.treatment(row);
        return new LinePrice(
                null,
                Money.unitPrice(row.decimal("unit_price"), currency),
                unit.code(),
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                agreed(row.text("note")),
                row.decimal("amount").setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN),
                treatment.category(),
                treatment.ratePercent());
    }

    private static String agreed(String note) {
        return note == null || !note.startsWith(AGREED)
                ? null
                : note.lines().findFirst().orElseThrow().substring(AGREED.length());
    }

    private LineProgress progress(TrytonRecord row, TrytonUnit unit, Map<Long, String> shipments) {
        List<TrytonRecord> moves = row.all("moves");
        Predicate<TrytonRecord> setAside = move -> !Sale.isDone(move)
                && SET_ASIDE.contains(shipments.getOrDefault(move.id("shipment", "stock.shipment.out"), ""));
        return new LineProgress(
                sum(moves, setAside, "uom", unit),
                sum(moves, Sale::isDone, "uom", unit),
                sum(row.all("invoice_lines"), Sale::isOnInvoice, "unit", unit));
    }

    private BigDecimal sum(
            List<TrytonRecord> rows, Predicate<TrytonRecord> counted, String unitField, TrytonUnit unit) {
        return rows.stream()
                .filter(counted)
                .map(each -> converted(plain(each.decimal("quantity")), units.get(each.id(unitField)), unit))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal converted(BigDecimal quantity, TrytonUnit from, TrytonUnit to) {
        if (from.equals(to)) {
            return quantity;
        }
        BigDecimal exact = quantity.multiply(from.holds().multiply(to.parts()))
                .divide(from.parts().multiply(to.holds()), PRECISION);
        return plain(exact.setScale(QUANTITY_DECIMALS, RoundingMode.HALF_UP));
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String filled(String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }
}
