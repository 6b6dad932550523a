package org.throughline.endpoint.order.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toCustomerRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentId;
import static org.throughline.endpoint.common.v1.CommonMapper.toPostalAddress;

import java.util.Currency;
import org.throughline.order.AgreedPrice;
import org.throughline.order.Approval;
import org.throughline.order.CreditPolicy;
import org.throughline.order.Delivery;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.ExpectedTotals;
import org.throughline.order.OrderBasis;
import org.throughline.order.OrderRequest;
import org.throughline.order.OrderSearch;
import org.throughline.order.Progress;
import org.throughline.order.RequestKey;
import org.throughline.order.StockPolicy;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;
import org.throughline.shared.QuotationId;
import org.throughline.shared.ServiceFault;
import org.throughline.wire.common.v1.DocumentRefType;
import org.throughline.wire.order.v1.AgreedPriceType;
import org.throughline.wire.order.v1.CreditPolicyType;
import org.throughline.wire.order.v1.ExpectedTotalsType;
import org.throughline.wire.order.v1.LineInputType;
import org.throughline.wire.order.v1.OrderInputType;
import org.throughline.wire.order.v1.OrderSearchType;
import org.throughline.wire.order.v1.PlacementRequestType;
import org.throughline.wire.order.v1.StockPolicyType;

/** From the requests of urn:throughline:order:v1 to what the order capability is asked for. */
final class OrderRequestMapper {

    /** Callers are not told apart before they sign in. */
    private static final String CALLER = "anonymous";

    private OrderRequestMapper() {}

    static RequestKey toRequestKey(String requestId) {
        return new RequestKey(CALLER, requestId);
    }

    static OrderId toOrderId(DocumentRefType ref, String dataset) {
        return toDocumentId(ref, OrderId::new, dataset, "order");
    }

    static OrderBasis toBasis(PlacementRequestType request, String dataset) {
        if ((request.getOrder() == null) == (request.getOffer() == null)) {
            throw new ServiceFault(ErrorCode.INVALID_VALUE.at("order", "Give either order or offer."));
        }
        return request.getOffer() == null
                ? toRequest(request.getOrder(), dataset)
                : OfferMapper.toAcceptance(request.getOffer(), dataset);
    }

    static OrderRequest toRequest(OrderInputType input, String dataset) {
        return new OrderRequest(
                toCustomerRef(input.getCustomer(), dataset, "order.customer"),
                input.getCustomerReference(),
                input.getRequiredDate(),
                toCurrency(input.getCurrency()),
                toPostalAddress(input.getShipTo()),
                input.getDeliveryPolicy() == null
                        ? DeliveryPolicy.PARTIAL
                        : DeliveryPolicy.valueOf(input.getDeliveryPolicy().name()),
                toCreditPolicy(input.getOnCreditShortage()),
                toStockPolicy(input.getOnStockShortage()),
                toExpected(input.getExpected()),
                input.getLine().stream().map(OrderRequestMapper::toLine).toList());
    }

    static CreditPolicy toCreditPolicy(CreditPolicyType policy) {
        return policy == null ? CreditPolicy.HOLD : CreditPolicy.valueOf(policy.name());
    }

    static StockPolicy toStockPolicy(StockPolicyType policy) {
        return policy == null ? StockPolicy.BACKORDER : StockPolicy.valueOf(policy.name());
    }

    static OrderSearch toSearch(OrderSearchType search, String dataset) {
        return new OrderSearch(
                search.getCustomer() == null ? null : toCustomerRef(search.getCustomer(), dataset, "customer"),
                search.getApproval() == null
                        ? null
                        : Approval.valueOf(search.getApproval().name()),
                search.getAllocation() == null
                        ? null
                        : Progress.valueOf(search.getAllocation().name()),
                search.getDelivery() == null
                        ? null
                        : Delivery.valueOf(search.getDelivery().name()),
                search.getInvoicing() == null
                        ? null
                        : Progress.valueOf(search.getInvoicing().name()),
                search.getFrom(),
                search.getUntil(),
                search.getCustomerReference(),
                search.getRequestId() == null ? null : toRequestKey(search.getRequestId()),
                search.getQuotation() == null
                        ? null
                        : toDocumentId(search.getQuotation(), QuotationId::new, dataset, "quotation"));
    }

    private static Currency toCurrency(String code) {
        try {
            return code == null ? null : Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new ServiceFault(
                    ErrorCode.INVALID_VALUE.at("order.currency", "There is no such currency in ISO 4217."), e);
        }
    }

    static ExpectedTotals toExpected(ExpectedTotalsType expected) {
        return expected == null ? null : new ExpectedTotals(expected.getNet(), expected.getTax(), expected.getGross());
    }

    static OrderRequest.Line toLine(LineInputType line) {
        return new OrderRequest.Line(
                new ItemId(line.getItem()),
                line.getQuantity(),
                line.getUnit(),
                line.getRequiredDate(),
                line.getWarehouse(),
                toAgreed(line.getAgreedUnitPrice()));
    }

    static AgreedPrice toAgreed(AgreedPriceType agreed) {
        return agreed == null ? null : new AgreedPrice(agreed.getAmount(), agreed.getReason());
    }
}
