package org.throughline.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ItemId;

/** Builds order requests for tests; of the account of {@link TestErp} unless told otherwise. */
final class Wanted {

    private final List<OrderRequest.Line> lines = new ArrayList<>();
    private CustomerRef customer = new CustomerRef.ByAccount(TestErp.ACCOUNT);
    private String customerReference;
    private LocalDate required;
    private CreditPolicy onCreditShortage = CreditPolicy.HOLD;
    private StockPolicy onStockShortage = StockPolicy.BACKORDER;
    private ExpectedTotals expected;

    Wanted customer(CustomerRef other) {
        customer = other;
        return this;
    }

    Wanted customerReference(String reference) {
        customerReference = reference;
        return this;
    }

    Wanted line(ItemId item, String quantity, String unit) {
        lines.add(new OrderRequest.Line(item, new BigDecimal(quantity), unit, null, null));
        return this;
    }

    /** A line at a price that was agreed with the customer. */
    Wanted agreed(ItemId item, String quantity, String unitPrice, String reason) {
        AgreedPrice price = new AgreedPrice(new BigDecimal(unitPrice), reason);
        lines.add(new OrderRequest.Line(item, new BigDecimal(quantity), "EA", null, null, price));
        return this;
    }

    Wanted required(LocalDate date) {
        required = date;
        return this;
    }

    Wanted refuseShortages() {
        onCreditShortage = CreditPolicy.REFUSE;
        onStockShortage = StockPolicy.REFUSE;
        return this;
    }

    Wanted expected(String net, String tax, String gross) {
        expected = new ExpectedTotals(new BigDecimal(net), new BigDecimal(tax), new BigDecimal(gross));
        return this;
    }

    OrderRequest request() {
        return new OrderRequest(
                customer,
                customerReference,
                required,
                null,
                null,
                DeliveryPolicy.PARTIAL,
                onCreditShortage,
                onStockShortage,
                expected,
                lines);
    }
}
