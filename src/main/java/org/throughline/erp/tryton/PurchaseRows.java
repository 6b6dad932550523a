package org.throughline.erp.tryton;

import static org.throughline.erp.tryton.TrytonQuery.clause;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.function.BiFunction;
import org.throughline.erp.tryton.TrytonUnits.TrytonUnit;
import org.throughline.history.AmountRange;
import org.throughline.history.DeliveryStatus;
import org.throughline.history.PurchaseFilter;
import org.throughline.history.PurchaseLine;
import org.throughline.shared.AccountId;
import org.throughline.shared.ItemId;
import org.throughline.shared.Money;
import org.throughline.shared.Quantity;

/**
 * Lines of Tryton's orders as purchases: those of orders that are confirmed, about a product that has a code. Tryton keeps no
 * list prices with orders.
 */
final class PurchaseRows {

    /** What has to be read to sum up. */
    static final List<String> FIELDS = List.of(
            "sale.sale_date",
            "sale.party.code",
            "sale.currency.code",
            "product.code",
            "product.default_uom",
            "quantity",
            "unit",
            "amount");

    /** What has to be read besides, for whole lines. */
    static final List<String> MORE = List.of(
            "sale.reference",
            "product.name",
            "unit_price",
            "moves.state",
            "moves.quantity",
            "moves.uom",
            "moves.from_location.type",
            "moves.to_location.type",
            "invoice_lines.quantity",
            "invoice_lines.unit",
            "invoice_lines.invoice.state");

    private static final List<String> BOUGHT = List.of("confirmed", "processing", "done");
    private static final List<String> ISSUED = List.of("posted", "paid");
    private static final int DECIMALS = 6;

    private final TrytonIds ids;
    private final TrytonUnits units;

    PurchaseRows(TrytonIds ids, TrytonUnits units) {
        this.ids = ids;
        this.units = units;
    }

    /** All that Tryton can look for; {@link #isWanted} says the rest. */
    static TrytonQuery query(long company, List<AccountId> accounts, PurchaseFilter filter, List<String> fields) {
        TrytonQuery query = TrytonQuery.of(SaleLines.MODEL, fields.toArray(String[]::new))
                .where("sale.company", "=", company)
                .where("sale.party.code", "in", KnownAccounts.codes(accounts))
                .where("sale.state", "in", BOUGHT)
                .where("type", "=", "line")
                .where(
                        filter.item() == null
                                ? clause("product.code", "!=", null)
                                : clause("product.code", "=", filter.item().value()));
        query = with(query, "sale.sale_date", ">=", filter.dates().from());
        query = with(query, "sale.sale_date", "<", filter.dates().until());
        query = with(query, "sale.reference", "=", filter.customerReference());
        query = with(query, "sale.currency.code", "=", code(filter.amounts().currency()));
        return filter.order() == null
                ? query
                : query.where(
                        "sale", "=", TrytonIds.parse(filter.order().value()).orElse(-1));
    }

    /** Whether the rest of the filter lets a line through; of a status, it must have been read whole. */
    boolean isWanted(TrytonRecord row, PurchaseFilter filter) {
        return isIn(net(row), filter.amounts())
                && (filter.statuses().isEmpty()
                        || filter.statuses().contains(DeliveryStatus.of(row.quantity("quantity"), shipped(row))));
    }

    PurchaseLine line(TrytonRecord row, SaleLines lines) {
        Currency currency = currency(row);
        return new PurchaseLine(
                account(row),
                ids.order(row.number("sale.id")),
                lines.number(row.id()),
                row.date("sale.sale_date"),
                row.text("sale.reference"),
                new ItemId(row.text("product.code")),
                row.text("product.name"),
                lines.description(row.id(), row.text("product.name")),
                new Quantity(row.quantity("quantity"), unit(row).code()),
                currency,
                null,
                Money.unitPrice(row.decimal("unit_price"), currency),
                BigDecimal.ONE,
                null,
                shipped(row),
                invoiced(row),
                net(row));
    }

    AccountId account(TrytonRecord row) {
        return ids.account(row.text("sale.party.code"));
    }

    static Currency currency(TrytonRecord row) {
        return Currency.getInstance(row.text("sale.currency.code"));
    }

    static BigDecimal net(TrytonRecord row) {
        return Money.round(row.decimal("amount"), currency(row));
    }

    /** The unit that all quantities of the item can be summed up in. */
    TrytonUnit baseUnit(TrytonRecord row) {
        return units.get(row.id("product.default_uom"));
    }

    BigDecimal baseQuantity(TrytonRecord row) {
        return converted(row.decimal("quantity"), unit(row), baseUnit(row));
    }

    /** What came back is deducted. */
    private BigDecimal shipped(TrytonRecord row) {
        return sum(row, "moves", "uom", (move, quantity) -> {
            if (!"done".equals(move.text("state"))) {
                return BigDecimal.ZERO;
            }
            return "customer".equals(move.text("to_location.type")) ? quantity : quantity.negate();
        });
    }

    private BigDecimal invoiced(TrytonRecord row) {
        return sum(
                row,
                "invoice_lines",
                "unit",
                (line, quantity) -> ISSUED.contains(line.text("invoice.state")) ? quantity : BigDecimal.ZERO);
    }

    private BigDecimal sum(
            TrytonRecord row, String field, String unit, BiFunction<TrytonRecord, BigDecimal, BigDecimal> counted) {
        BigDecimal sum = row.all(field).stream()
                .map(part ->
                        counted.apply(part, converted(part.decimal("quantity"), units.get(part.id(unit)), unit(row))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return plain(sum);
    }

    private TrytonUnit unit(TrytonRecord row) {
        return units.get(row.id("unit"));
    }

    private static BigDecimal converted(BigDecimal quantity, TrytonUnit from, TrytonUnit to) {
        BigDecimal converted = from.equals(to)
                ? quantity
                : quantity.multiply(from.holds())
                        .multiply(to.parts())
                        .divide(from.parts().multiply(to.holds()), MathContext.DECIMAL64)
                        .setScale(DECIMALS, RoundingMode.HALF_UP);
        return plain(converted);
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static boolean isIn(BigDecimal amount, AmountRange range) {
        return (range.min() == null || amount.compareTo(range.min()) >= 0)
                && (range.max() == null || amount.compareTo(range.max()) <= 0);
    }

    private static TrytonQuery with(TrytonQuery query, String field, String operator, Object value) {
        return value == null ? query : query.where(field, operator, value);
    }

    private static String code(Currency currency) {
        return currency == null ? null : currency.getCurrencyCode();
    }
}
