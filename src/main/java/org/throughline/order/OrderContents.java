package org.throughline.order;

import java.util.List;
import java.util.stream.IntStream;
import org.throughline.account.Account;
import org.throughline.account.AddressKind;
import org.throughline.pricing.PricedDocument;
import org.throughline.pricing.PricedLine;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.PostalAddress;

/** Puts together what is ordered and what it costs. */
final class OrderContents {

    private OrderContents() {}

    /** @param lines one for each line of the priced document, in their order */
    static OrderContent of(OrderRequest request, Account account, List<WantedLine> lines, PricedDocument priced) {
        return new OrderContent(
                account.id(),
                request.customerReference(),
                priced.date(),
                request.requiredDate(),
                priced.currency(),
                priced.pricesIncludeTax(),
                request.shipTo() == null ? deliveryAddress(account) : request.shipTo(),
                request.delivery(),
                IntStream.range(0, lines.size())
                        .mapToObj(i -> line(lines.get(i), priced.lines().get(i)))
                        .toList(),
                priced.adjustments(),
                priced.taxes(),
                priced.totals());
    }

    private static PostalAddress deliveryAddress(Account account) {
        return account.defaultAddress(AddressKind.SHIPPING)
                .or(() -> account.defaultAddress(AddressKind.BILLING))
                .map(address -> address.address())
                .orElse(null);
    }

    static OrderLine line(WantedLine wanted, PricedLine priced) {
        return new OrderLine(
                wanted.index() + 1,
                wanted.item(),
                priced.description(),
                wanted.quantity(),
                priced.baseQuantity().value(),
                price(priced),
                wanted.requiredDate(),
                wanted.warehouse(),
                LineProgress.NONE);
    }

    private static LinePrice price(PricedLine priced) {
        return new LinePrice(
                priced.listPrice(),
                priced.unitPrice(),
                priced.pricedQuantity().unit(),
                priced.priceBaseQuantity(),
                priced.discountPercent(),
                priced.allowance(),
                priced.freeBy(),
                priced.overrideReason(),
                priced.net(),
                priced.taxCategory(),
                priced.taxRatePercent());
    }

    /** What somebody wanted whose order or quotation came out so. */
    static OrderRequest wish(OrderContent content, CreditPolicy onCreditShortage) {
        return new OrderRequest(
                new CustomerRef.ByAccount(content.account()),
                content.customerReference(),
                content.requiredDate(),
                content.currency(),
                content.shipTo(),
                content.delivery(),
                onCreditShortage,
                StockPolicy.BACKORDER,
                null,
                content.lines().stream()
                        .filter(line -> !line.isGift())
                        .map(OrderContents::wish)
                        .toList());
    }

    private static OrderRequest.Line wish(OrderLine line) {
        LinePrice price = line.price();
        return new OrderRequest.Line(
                line.item(),
                line.quantity().value(),
                line.quantity().unit(),
                line.requiredDate(),
                line.warehouse(),
                price.isOverridden() ? new AgreedPrice(price.unitPrice(), price.overrideReason()) : null);
    }

    /** With as much allocated to each line as can be reserved. */
    static OrderContent reserving(OrderContent content, List<LinePromise> promises) {
        List<OrderLine> lines = content.lines();
        return content.with(IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i)
                        .with(lines.get(i).progress().reserving(promises.get(i).reservable())))
                .toList());
    }
}
