package org.throughline.endpoint.order.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toPostalAddress;

import org.throughline.order.Amendment;
import org.throughline.order.Cancellation;
import org.throughline.order.DeliveryPolicy;
import org.throughline.wire.order.v1.AmendmentRequestType;
import org.throughline.wire.order.v1.CancellationRequestType;
import org.throughline.wire.order.v1.LineChangeType;

/** Between the types of urn:throughline:order:v1 and changes of orders. */
final class ChangeMapper {

    private ChangeMapper() {}

    static Amendment toAmendment(AmendmentRequestType request, String dataset) {
        return new Amendment(
                OrderRequestMapper.toOrderId(request.getOrder(), dataset),
                request.getExpectedVersion(),
                request.getCustomerReference(),
                request.getRequiredDate(),
                toPostalAddress(request.getShipTo()),
                request.getDeliveryPolicy() == null
                        ? null
                        : DeliveryPolicy.valueOf(request.getDeliveryPolicy().name()),
                OrderRequestMapper.toCreditPolicy(request.getOnCreditShortage()),
                OrderRequestMapper.toStockPolicy(request.getOnStockShortage()),
                OrderRequestMapper.toExpected(request.getExpected()),
                request.getLine().stream().map(ChangeMapper::toChange).toList(),
                request.getAddedLine().stream().map(OrderRequestMapper::toLine).toList(),
                request.getRemovedLine());
    }

    static Cancellation toCancellation(CancellationRequestType request, String dataset) {
        return new Cancellation(
                OrderRequestMapper.toOrderId(request.getOrder(), dataset),
                request.getExpectedVersion(),
                Boolean.TRUE.equals(request.isOpenRemainder()));
    }

    private static Amendment.LineChange toChange(LineChangeType change) {
        return new Amendment.LineChange(
                change.getNumber(),
                change.getQuantity(),
                change.getRequiredDate(),
                OrderRequestMapper.toAgreed(change.getAgreedUnitPrice()));
    }
}
