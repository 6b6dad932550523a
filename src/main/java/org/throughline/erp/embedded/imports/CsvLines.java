package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import org.throughline.erp.embedded.rows.DocumentLine;
import org.throughline.erp.embedded.rows.ShipmentRow;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.TaxTreatment;

/** Reads the lines of documents. */
final class CsvLines {

    private static final Known.Item NO_ITEM = new Known.Item("", "", Map.of());
    private static final String[] CATEGORIES =
            Arrays.stream(TaxCategory.values()).map(Enum::name).toArray(String[]::new);

    private final Known known;

    CsvLines(Known known) {
        this.known = known;
    }

    /** A line with an item that the ERP has. */
    DocumentLine goods(Row row, int number) {
        checkNumber(row, number);
        return line(row, number, item(row));
    }

    /** A line that may have no item: then it needs a description and a unit. */
    DocumentLine invoiced(Row row, int number) {
        checkNumber(row, number);
        boolean bare = row.optional("item") == null;
        if (bare) {
            row.required("description", 500);
            row.required("unit", 60);
        }
        return line(row, number, bare ? null : item(row));
    }

    ShipmentRow.Line shipped(Row row, int number, String order) {
        checkNumber(row, number);
        Known.Item item = item(row);
        return new ShipmentRow.Line(
                number,
                orderLine(row, order),
                row.required("item", 60),
                row.optional("description", 500, item.description()),
                row.positive("quantity", 6, null),
                unit(row, item));
    }

    /** The line of the order that this line fulfils; null when there is none. */
    Integer orderLine(Row row, String order) {
        Integer line = row.integer("order_line", null);
        if (line != null && order == null) {
            row.reject("order_line needs an order");
        } else if (line != null && (line < 1 || line > known.linesOfOrder(order))) {
            row.reject("order_line is not a line of the order");
        }
        return line;
    }

    /** @param item null for a line without one */
    private DocumentLine line(Row row, int number, Known.Item item) {
        BigDecimal quantity = row.positive("quantity", 6, null);
        String unit = item == null ? row.optional("unit", 60) : unit(row, item);
        BigDecimal factor = item == null ? BigDecimal.ONE : item.units().getOrDefault(unit, BigDecimal.ONE);
        BigDecimal list = row.notNegative("list_price", 6, null);
        BigDecimal discount = row.number("discount_percent", 4, BigDecimal.ZERO);
        if (discount.compareTo(BigDecimal.valueOf(100)) > 0) {
            row.reject("discount_percent is more than 100");
        }
        BigDecimal computed = list.multiply(BigDecimal.ONE.subtract(discount.movePointLeft(2)));
        return new DocumentLine(
                number,
                item == null ? null : row.optional("item", 60),
                row.optional("description", 500, item == null ? "" : item.description()),
                quantity,
                unit,
                quantity.multiply(factor).setScale(6, RoundingMode.HALF_UP),
                list,
                row.notNegative("unit_price", 6, computed.setScale(6, RoundingMode.HALF_UP)),
                row.positive("price_base_quantity", 6, BigDecimal.ONE),
                discount,
                tax(row));
    }

    private static TaxTreatment tax(Row row) {
        String category = row.word("tax_category", CATEGORIES);
        BigDecimal rate = row.notNegative("tax_rate", 4, BigDecimal.ZERO);
        if (row.optional("tax_category") == null) {
            row.reject("tax_category is missing");
        }
        TaxCategory known =
                Arrays.asList(CATEGORIES).contains(category) ? TaxCategory.valueOf(category) : TaxCategory.O;
        if (!known.isTaxed() && rate.signum() != 0) {
            row.reject("tax_rate must be 0 in tax_category " + known);
        }
        return new TaxTreatment(
                known, rate, row.optional("tax_reason_code", 60), row.optional("tax_reason", 500), null);
    }

    private Known.Item item(Row row) {
        Known.Item item = known.item(row.required("item", 60));
        if (item == null) {
            row.reject("item is not the id of an item");
            return NO_ITEM;
        }
        return item;
    }

    private static String unit(Row row, Known.Item item) {
        String unit = row.optional("unit", 60, item.baseUnit());
        if (item != NO_ITEM && !item.units().containsKey(unit)) {
            row.reject("unit is not a unit of the item");
        }
        return unit;
    }

    private static void checkNumber(Row row, int number) {
        Integer given = row.integer("line", null);
        if (given == null || given != number) {
            row.reject("line is not " + number + ": lines count 1, 2, 3 within their document");
        }
    }
}
