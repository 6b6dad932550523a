package org.throughline.erp.tryton;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import org.throughline.erp.tryton.TrytonCurrencies.TrytonCurrency;
import tools.jackson.databind.JsonNode;

/** Reads taxes, and asks what a document of lines comes to with them. */
@Component
class TrytonTaxes {

    private static final String PERCENTAGE = "percentage";
    private static final TrytonQuery FIELDS = TrytonQuery.of(
            "account.tax",
            "name",
            "type",
            "rate",
            "legal_notice",
            "childs",
            "update_unit_price",
            "start_date",
            "end_date");

    private final TrytonClient tryton;

    TrytonTaxes(TrytonClient tryton) {
        this.tryton = tryton;
    }

    /**
     * What a document comes to.
     *
     * @param parts what each tax charges
     */
    record Totals(BigDecimal net, BigDecimal tax, BigDecimal gross, List<Part> parts) {}

    /**
     * @param taxable the rounded values of the lines that the tax is charged on
     * @param amount of their exact values
     */
    record Part(long tax, BigDecimal taxable, BigDecimal amount) {}

    /** A line of the document. */
    record Line(BigDecimal quantity, BigDecimal unitPrice, BigDecimal amount, List<Long> taxes) {}

    Map<Long, TrytonTax> of(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : read(FIELDS.where("id", "in", List.copyOf(ids)));
    }

    /** Those of the company that stand by themselves. */
    Map<Long, TrytonTax> all() {
        return read(FIELDS.where("company", "=", tryton.company()).where("parent", "=", null));
    }

    private Map<Long, TrytonTax> read(TrytonQuery query) {
        return tryton.searchRead(query.where("active", "in", List.of(true, false))).stream()
                .map(TrytonTaxes::tax)
                .collect(toMap(TrytonTax::id, identity()));
    }

    /** As an invoice of the lines would come to, which is not made. */
    Totals totals(SaleQuestion sale, List<Line> lines) {
        Map<String, Object> invoice = new HashMap<>();
        invoice.put("type", "out");
        invoice.put("company", sale.company());
        invoice.put("party", sale.buyer().party());
        invoice.put("currency", sale.currency().id());
        invoice.put("invoice_date", sale.date());
        invoice.put("lines", values(lines));
        invoice.put("taxes", List.of());
        JsonNode changes = tryton.ask("model.account.invoice.on_change", List.of(invoice, List.of("lines")), Map.of())
                .get(0);
        return new Totals(
                amount(changes, "untaxed_amount", sale.currency()),
                amount(changes, "tax_amount", sale.currency()),
                amount(changes, "total_amount", sale.currency()),
                StreamSupport.stream(changes.path("taxes").path("add").spliterator(), false)
                        .map(added -> part(added.get(1), sale.currency()))
                        .toList());
    }

    private static List<Map<String, Object>> values(List<Line> lines) {
        List<Map<String, Object>> values = new ArrayList<>(lines.size());
        for (Line line : lines) {
            values.add(Map.of(
                    "id", -1 - values.size(),
                    "type", "line",
                    "quantity", line.quantity().doubleValue(),
                    "unit_price", line.unitPrice(),
                    "amount", line.amount(),
                    "taxes", line.taxes()));
        }
        return values;
    }

    private static Part part(JsonNode tax, TrytonCurrency currency) {
        return new Part(tax.get("tax").asLong(), amount(tax, "base", currency), amount(tax, "amount", currency));
    }

    /** With the decimals of the currency. */
    private static BigDecimal amount(JsonNode node, String field, TrytonCurrency currency) {
        return currency.round(TrytonJson.decimal(node.get(field)));
    }

    private static TrytonTax tax(TrytonRecord row) {
        boolean plain =
                PERCENTAGE.equals(row.text("type")) && row.ids("childs").isEmpty() && !row.flag("update_unit_price");
        BigDecimal percent = plain ? percent(row.decimal("rate")) : null;
        return new TrytonTax(
                row.id(),
                row.text("name"),
                percent,
                row.text("legal_notice"),
                row.date("start_date"),
                row.date("end_date"));
    }

    private static BigDecimal percent(BigDecimal rate) {
        BigDecimal percent = rate.movePointRight(2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }
}
