package org.throughline.endpoint.history.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toCurrency;
import static org.throughline.endpoint.common.v1.CommonMapper.toCustomerRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentRef;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughline.history.AmountRange;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;
import org.throughline.wire.common.v1.CustomerRefType;
import org.throughline.wire.common.v1.DocumentRefType;

/** What the lists of urn:throughline:history:v1 have in common. */
final class HistoryMapper {

    private HistoryMapper() {}

    /** The customer that every list is about. */
    static CustomerRef toCustomer(CustomerRefType customer, String dataset) {
        return toCustomerRef(customer, dataset, "customer");
    }

    /** Of an optional element whose absence means no. */
    static boolean isTrue(Boolean element) {
        return Boolean.TRUE.equals(element);
    }

    static DocumentRefType toOrderRef(OrderId order) {
        return order == null ? null : toDocumentRef(order.dataset(), order.value());
    }

    static DocumentRefType toInvoiceRef(InvoiceId invoice) {
        return invoice == null ? null : toDocumentRef(invoice.dataset(), invoice.value());
    }

    static ItemId toItem(String item) {
        return item == null ? null : new ItemId(item);
    }

    static <E extends Enum<E>> Set<E> toSet(Collection<? extends Enum<?>> elements, Function<String, E> value) {
        return elements.stream().map(Enum::name).map(value).collect(Collectors.toUnmodifiableSet());
    }

    static OrderId toOrder(String order, String dataset) {
        return order == null ? null : new OrderId(dataset, order);
    }

    static AmountRange toAmounts(String currency, BigDecimal min, BigDecimal max) {
        return new AmountRange(toCurrency(currency, "currency"), min, max);
    }
}
