package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import org.throughline.erp.tryton.TrytonCurrencies.TrytonCurrency;
import org.throughline.erp.tryton.TrytonUnits.TrytonUnit;
import org.throughline.order.LinePrice;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderDraft;
import org.throughline.order.OrderLine;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.ServiceFault;
import tools.jackson.databind.JsonNode;

/** What Tryton is told to make a sale of an order: all of it, so that it is made in one transaction. */
@Component
class NewSales {

    private static final int PRICE_DECIMALS = 6;

    private final TrytonClient tryton;
    private final TrytonBuyers buyers;
    private final TrytonProducts products;
    private final TrytonUnits units;
    private final TrytonCurrencies currencies;
    private final TrytonLocations locations;
    private final SaleAddresses addresses;

    NewSales(
            TrytonClient tryton,
            TrytonBuyers buyers,
            TrytonProducts products,
            TrytonUnits units,
            TrytonCurrencies currencies,
            TrytonLocations locations) {
        this.tryton = tryton;
        this.buyers = buyers;
        this.products = products;
        this.units = units;
        this.currencies = currencies;
        this.locations = locations;
        this.addresses = new SaleAddresses(tryton);
    }

    /**
     * The values of a new sale. It gets its date at once only when it is held: others get theirs when they are confirmed.
     *
     * @param reference under which it is found again
     * @throws ServiceFault what is known of the customer, the items and so on is not as the order says
     */
    Map<String, Object> values(String reference, OrderDraft draft) {
        OrderContent order = draft.content();
        TrytonBuyer buyer = buyers.of(order.account());
        TrytonCurrency currency = currencies
                .find(order.currency())
                .orElseThrow(() -> new ServiceFault(ErrorCode.NO_EXCHANGE_RATE.at("order.currency")));
        JsonNode usual = usual(buyer);
        Long shipTo = addresses.of(buyer.party(), order.shipTo()).orElseGet(() -> id(usual, "shipment_address"));
        Map<String, Object> sale = new HashMap<>();
        sale.put("company", tryton.company());
        sale.put("party", buyer.party());
        sale.put("currency", currency.id());
        sale.put("price_list", buyer.priceListId());
        sale.put("payment_term", id(usual, "payment_term"));
        sale.put("invoice_address", id(usual, "invoice_address"));
        sale.put("shipment_address", shipTo);
        sale.put("warehouse", warehouse(order));
        sale.put("reference", order.customerReference());
        sale.put("shipping_date", order.requiredDate());
        sale.put("sale_date", draft.isHeld() ? order.orderDate() : null);
        sale.put("web_id", reference);
        SaleQuestion question = new SaleQuestion(tryton.company(), buyer, currency, order.orderDate(), shipTo);
        sale.put("lines", List.of(List.of("create", lines(order, question))));
        return sale;
    }

    /** Whether Tryton locks tables when it confirms a sale of the customer. */
    boolean hasCreditLimit(OrderDraft draft) {
        TrytonQuery limited = TrytonQuery.of("party.party", "credit_limit_amount")
                .where("code", "=", draft.content().account().value());
        return tryton.searchRead(limited).stream().anyMatch(party -> party.decimal("credit_limit_amount") != null);
    }

    /** What Tryton itself puts into a sale of the party. */
    private JsonNode usual(TrytonBuyer buyer) {
        Map<String, Object> sale = new HashMap<>();
        sale.put("company", tryton.company());
        sale.put("party", buyer.party());
        sale.put("invoice_party", null);
        sale.put("shipment_party", null);
        sale.put("payment_term", null);
        sale.put("lines", List.of());
        return tryton.ask("model.sale.sale.on_change", List.of(sale, List.of("party")), Map.of())
                .get(0);
    }

    private static Long id(JsonNode values, String field) {
        JsonNode id = values.path(field);
        return id.isNumber() ? id.asLong() : null;
    }

    private Long warehouse(OrderContent order) {
        String code = order.lines().get(0).warehouse();
        return code == null
                ? null
                : locations
                        .warehouse(code)
                        .orElseThrow(
                                () -> new ServiceFault(ErrorCode.WAREHOUSE_NOT_FOUND.at("order.line[0].warehouse")))
                        .id();
    }

    private List<Map<String, Object>> lines(OrderContent order, SaleQuestion question) {
        Map<ItemId, TrytonProduct> known =
                products.of(order.lines().stream().map(OrderLine::item).toList());
        Map<Long, List<Long>> taxes = new HashMap<>();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            TrytonProduct product = known.get(line.item());
            String path = "order.line[" + lines.size() + "].";
            if (product == null) {
                throw new ServiceFault(ErrorCode.ITEM_NOT_FOUND.at(path + "item"));
            }
            TrytonUnit unit = units.find(product.base(), line.quantity().unit())
                    .orElseThrow(() -> new ServiceFault(ErrorCode.UNIT_NOT_FOUND.at(path + "unit")));
            List<Long> ofLine = taxes.computeIfAbsent(product.taxed(), any -> taxes(question, product, unit, line));
            lines.add(values(line, product, unit, ofLine));
        }
        return lines;
    }

    private static Map<String, Object> values(
            OrderLine line, TrytonProduct product, TrytonUnit unit, List<Long> taxes) {
        Map<String, Object> values = new HashMap<>();
        values.put("type", "line");
        values.put("product", product.id());
        values.put("unit", unit.id());
        values.put("quantity", line.quantity().value().doubleValue());
        values.put("unit_price", unitPrice(line.price()));
        values.put("taxes", List.of(List.of("add", taxes)));
        values.put(
                "note",
                line.price().isOverridden() ? OrderedLines.AGREED + line.price().overrideReason() : null);
        return values;
    }

    private static BigDecimal unitPrice(LinePrice price) {
        BigDecimal each = price.unitPrice()
                .divide(price.baseQuantity(), PRICE_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return each.scale() < 0 ? each.setScale(0) : each;
    }

    /** The taxes of all products of the category that this one has its taxes from, for this customer and place. */
    private List<Long> taxes(SaleQuestion question, TrytonProduct product, TrytonUnit unit, OrderLine line) {
        Map<String, Object> values =
                question.line(product, unit.id(), line.quantity().value());
        JsonNode changes = tryton.ask("model.sale.line.on_change", List.of(values, List.of("product")), Map.of())
                .get(0);
        return StreamSupport.stream(changes.path("taxes").path("add").spliterator(), false)
                .map(added -> added.get(1).get("id").asLong())
                .toList();
    }
}
