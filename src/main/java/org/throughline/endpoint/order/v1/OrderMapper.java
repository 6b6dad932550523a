package org.throughline.endpoint.order.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageInfo;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.common.v1.CommonMapper.toWirePrice;
import static org.throughline.endpoint.common.v1.CommonMapper.toWireQuantity;

import java.math.BigDecimal;
import java.util.Currency;
import org.throughline.order.Hold;
import org.throughline.order.LinePrice;
import org.throughline.order.Order;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderDraft;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderStatus;
import org.throughline.order.Placement;
import org.throughline.pricing.OrderAdjustment;
import org.throughline.shared.Answer;
import org.throughline.shared.Page;
import org.throughline.wire.common.v1.TaxCategoryType;
import org.throughline.wire.order.v1.AdjustmentKindType;
import org.throughline.wire.order.v1.ApprovalType;
import org.throughline.wire.order.v1.DeliveryPolicyType;
import org.throughline.wire.order.v1.DeliveryType;
import org.throughline.wire.order.v1.EventKindType;
import org.throughline.wire.order.v1.HoldReasonType;
import org.throughline.wire.order.v1.OrderAdjustmentType;
import org.throughline.wire.order.v1.OrderAnswerType;
import org.throughline.wire.order.v1.OrderEventType;
import org.throughline.wire.order.v1.OrderHoldType;
import org.throughline.wire.order.v1.OrderLineType;
import org.throughline.wire.order.v1.OrderListType;
import org.throughline.wire.order.v1.OrderRecordType;
import org.throughline.wire.order.v1.OrderStatusType;
import org.throughline.wire.order.v1.OutcomeType;
import org.throughline.wire.order.v1.PlacementAnswerType;
import org.throughline.wire.order.v1.PlacementOutcomeType;
import org.throughline.wire.order.v1.ProgressType;
import org.throughline.wire.order.v1.SimulationAnswerType;

/** From what the order capability answers to the types of urn:throughline:order:v1. */
final class OrderMapper {

    private OrderMapper() {}

    static SimulationAnswerType toSimulationAnswer(Answer<OrderDraft> answer, String dataset) {
        OrderDraft draft = answer.value();
        OrderRecordType order = toRecord(draft.content(), true);
        order.setStatus(toStatus(draft.status()));
        draft.holds().stream().map(OrderMapper::toHold).forEach(order.getHold()::add);
        SimulationAnswerType wire = new SimulationAnswerType();
        wire.setOutcome(toOutcome(draft.isHeld()));
        wire.setOrder(order);
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static PlacementAnswerType toPlacementAnswer(Answer<Placement> answer, String dataset) {
        Placement placement = answer.value();
        PlacementAnswerType wire = new PlacementAnswerType();
        wire.setOutcome(PlacementOutcomeType.valueOf(placement.outcome().name()));
        wire.setReplayed(placement.replayed());
        wire.setOrder(placement.order() == null ? null : toRecord(placement.order()));
        wire.setEstimatedAt(placement.estimatedAt());
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static OrderAnswerType toOrderAnswer(Answer<Order> answer, String dataset) {
        OrderAnswerType wire = new OrderAnswerType();
        wire.setOrder(toRecord(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static OrderListType toOrderList(Answer<Page<Order>> answer, String dataset) {
        OrderListType wire = new OrderListType();
        answer.value().entries().stream().map(OrderMapper::toRecord).forEach(wire.getOrder()::add);
        wire.setPage(toPageInfo(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static OutcomeType toOutcome(boolean held) {
        return held ? OutcomeType.HELD : OutcomeType.CONFIRMED;
    }

    private static OrderRecordType toRecord(Order order) {
        OrderRecordType wire = toRecord(order.content(), order.isAwaited());
        wire.setRef(toDocumentRef(order.id().dataset(), order.id().value()));
        wire.setVersion(order.version());
        wire.setReference(order.reference());
        if (order.quotation() != null) {
            wire.setQuotation(
                    toDocumentRef(order.quotation().dataset(), order.quotation().value()));
        }
        wire.setStatus(toStatus(order.status()));
        order.holds().stream().map(OrderMapper::toHold).forEach(wire.getHold()::add);
        order.timeLine().stream().map(OrderMapper::toEvent).forEach(wire.getEvent()::add);
        return wire;
    }

    private static OrderRecordType toRecord(OrderContent content, boolean awaited) {
        OrderRecordType wire = new OrderRecordType();
        wire.setAccount(toWire(content.account()));
        wire.setCustomerReference(content.customerReference());
        wire.setOrderDate(content.orderDate());
        wire.setRequiredDate(content.requiredDate());
        wire.setCurrency(content.currency().getCurrencyCode());
        wire.setPricesIncludeTax(content.pricesIncludeTax());
        wire.setShipTo(toWire(content.shipTo()));
        wire.setDeliveryPolicy(DeliveryPolicyType.valueOf(content.delivery().name()));
        content.lines().stream()
                .map(line -> toLine(line, content.currency(), awaited))
                .forEach(wire.getLine()::add);
        content.adjustments().forEach(each -> wire.getAdjustment().add(toRecord(each, content.currency())));
        content.taxes().forEach(tax -> wire.getTax().add(toWire(tax)));
        wire.setTotals(toWire(content.totals()));
        return wire;
    }

    /** Absent when nothing is off. */
    static BigDecimal toAllowance(LinePrice price) {
        return price.allowance().signum() == 0 ? null : price.allowance();
    }

    static OrderAdjustmentType toRecord(OrderAdjustment adjustment, Currency currency) {
        OrderAdjustmentType wire = new OrderAdjustmentType();
        wire.setKind(AdjustmentKindType.valueOf(adjustment.kind().name()));
        wire.setId(adjustment.id());
        wire.setText(adjustment.text());
        wire.setBase(toWirePrice(adjustment.base(), currency));
        wire.setPercent(adjustment.percent() == null ? null : toWireQuantity(adjustment.percent()));
        wire.setAmount(adjustment.amount());
        wire.setTaxCategory(TaxCategoryType.valueOf(adjustment.taxCategory().name()));
        wire.setTaxRatePercent(toWireQuantity(adjustment.taxRatePercent()));
        return wire;
    }

    private static OrderStatusType toStatus(OrderStatus status) {
        OrderStatusType wire = new OrderStatusType();
        wire.setApproval(ApprovalType.valueOf(status.approval().name()));
        wire.setAllocation(ProgressType.valueOf(status.allocation().name()));
        wire.setDelivery(DeliveryType.valueOf(status.delivery().name()));
        wire.setInvoicing(ProgressType.valueOf(status.invoicing().name()));
        return wire;
    }

    static OrderHoldType toHold(Hold hold) {
        OrderHoldType wire = new OrderHoldType();
        wire.setReason(HoldReasonType.valueOf(hold.reason().name()));
        wire.setText(hold.text());
        return wire;
    }

    private static OrderEventType toEvent(OrderEvent event) {
        OrderEventType wire = new OrderEventType();
        wire.setAt(event.at());
        wire.setKind(EventKindType.valueOf(event.kind().name()));
        wire.setActor(event.actor());
        wire.setText(event.text());
        return wire;
    }

    private static OrderLineType toLine(OrderLine line, Currency currency, boolean awaited) {
        OrderLineType wire = new OrderLineType();
        wire.setNumber(line.number());
        wire.setItem(line.item().value());
        wire.setDescription(line.description());
        wire.setQuantity(toWireQuantity(line.quantity().value()));
        wire.setUnit(line.quantity().unit());
        setPrice(wire, line.price(), currency);
        wire.setRequiredDate(line.requiredDate());
        wire.setWarehouse(line.warehouse());
        wire.setAllocated(toWireQuantity(line.progress().allocated()));
        wire.setBackordered(awaited ? toWireQuantity(line.backordered()) : BigDecimal.ZERO);
        wire.setShipped(toWireQuantity(line.progress().shipped()));
        wire.setInvoiced(toWireQuantity(line.progress().invoiced()));
        return wire;
    }

    private static void setPrice(OrderLineType wire, LinePrice price, Currency currency) {
        wire.setListPrice(price.listPrice() == null ? null : toWirePrice(price.listPrice(), currency));
        wire.setUnitPrice(toWirePrice(price.unitPrice(), currency));
        wire.setPriceUnit(price.unit());
        wire.setPriceBaseQuantity(toWireQuantity(price.baseQuantity()));
        wire.setDiscountPercent(toWireQuantity(price.discountPercent()));
        wire.setAllowance(toAllowance(price));
        wire.setFreeGoodsPromotion(price.freeBy());
        wire.setAgreedReason(price.overrideReason());
        wire.setNet(price.net());
        wire.setTaxCategory(TaxCategoryType.valueOf(price.taxCategory().name()));
        wire.setTaxRatePercent(toWireQuantity(price.taxRatePercent()));
    }
}
