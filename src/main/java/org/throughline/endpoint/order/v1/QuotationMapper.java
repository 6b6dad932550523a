package org.throughline.endpoint.order.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toCustomerRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentId;
import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageInfo;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.common.v1.CommonMapper.toWirePrice;
import static org.throughline.endpoint.common.v1.CommonMapper.toWireQuantity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import org.throughline.order.Handed;
import org.throughline.order.LinePrice;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderLine;
import org.throughline.order.Promotion;
import org.throughline.order.Quotation;
import org.throughline.order.QuotationRequest;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.QuotationId;
import org.throughline.wire.common.v1.CustomerRefType;
import org.throughline.wire.common.v1.DocumentRefType;
import org.throughline.wire.common.v1.TaxCategoryType;
import org.throughline.wire.order.v1.DeliveryPolicyType;
import org.throughline.wire.order.v1.PromotionRequestType;
import org.throughline.wire.order.v1.QuotationAnswerType;
import org.throughline.wire.order.v1.QuotationCreationType;
import org.throughline.wire.order.v1.QuotationLineType;
import org.throughline.wire.order.v1.QuotationListType;
import org.throughline.wire.order.v1.QuotationRecordType;
import org.throughline.wire.order.v1.QuotationRequestType;
import org.throughline.wire.order.v1.QuotationStateType;

/** Between the types of urn:throughline:order:v1 and quotations. */
final class QuotationMapper {

    private QuotationMapper() {}

    static QuotationId toQuotationId(DocumentRefType ref, String dataset) {
        return toDocumentId(ref, QuotationId::new, dataset, "quotation");
    }

    static CustomerRef toCustomer(CustomerRefType customer, String dataset) {
        return customer == null ? null : toCustomerRef(customer, dataset, "customer");
    }

    static QuotationRequest toRequest(QuotationRequestType request, String dataset) {
        return new QuotationRequest(OrderRequestMapper.toRequest(request.getOrder(), dataset), request.getValidUntil());
    }

    static Promotion toPromotion(PromotionRequestType request, String dataset) {
        return new Promotion(
                toQuotationId(request.getQuotation(), dataset),
                request.getLine(),
                request.getCustomerReference(),
                OrderRequestMapper.toCreditPolicy(request.getOnCreditShortage()),
                OrderRequestMapper.toStockPolicy(request.getOnStockShortage()),
                Boolean.TRUE.equals(request.isNewTermsAccepted()),
                OrderRequestMapper.toExpected(request.getExpected()));
    }

    static QuotationCreationType toCreation(Answer<Handed.Done<Quotation>> answer, String dataset) {
        QuotationCreationType wire = new QuotationCreationType();
        wire.setReplayed(answer.value().replayed());
        wire.setQuotation(toRecord(answer.value().value(), answer.freshness().asOf()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static QuotationAnswerType toQuotationAnswer(Answer<Quotation> answer, String dataset) {
        QuotationAnswerType wire = new QuotationAnswerType();
        wire.setQuotation(toRecord(answer.value(), answer.freshness().asOf()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static QuotationListType toQuotationList(Answer<Page<Quotation>> answer, String dataset) {
        QuotationListType wire = new QuotationListType();
        answer.value().entries().stream()
                .map(quotation -> toRecord(quotation, answer.freshness().asOf()))
                .forEach(wire.getQuotation()::add);
        wire.setPage(toPageInfo(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    /** @param now decides whether it has expired */
    private static QuotationRecordType toRecord(Quotation quotation, Instant now) {
        OrderContent content = quotation.content();
        QuotationRecordType wire = new QuotationRecordType();
        wire.setRef(toDocumentRef(quotation.id().dataset(), quotation.id().value()));
        wire.setVersion(quotation.version());
        wire.setState(QuotationStateType.valueOf(
                quotation.state(LocalDate.ofInstant(now, ZoneOffset.UTC)).name()));
        wire.setAccount(toWire(content.account()));
        wire.setCustomerReference(content.customerReference());
        wire.setReference(quotation.reference());
        wire.setDate(content.orderDate());
        wire.setValidUntil(quotation.validUntil());
        wire.setRequiredDate(content.requiredDate());
        wire.setCurrency(content.currency().getCurrencyCode());
        wire.setPricesIncludeTax(content.pricesIncludeTax());
        wire.setShipTo(toWire(content.shipTo()));
        wire.setDeliveryPolicy(DeliveryPolicyType.valueOf(content.delivery().name()));
        content.lines().forEach(line -> wire.getLine()
                .add(toLine(line, quotation.ordered().get(line.number()), content.currency())));
        content.adjustments().forEach(each -> wire.getAdjustment().add(OrderMapper.toRecord(each, content.currency())));
        content.taxes().forEach(tax -> wire.getTax().add(toWire(tax)));
        wire.setTotals(toWire(content.totals()));
        return wire;
    }

    private static QuotationLineType toLine(OrderLine line, OrderId order, Currency currency) {
        QuotationLineType wire = new QuotationLineType();
        wire.setNumber(line.number());
        wire.setItem(line.item().value());
        wire.setDescription(line.description());
        wire.setQuantity(toWireQuantity(line.quantity().value()));
        wire.setUnit(line.quantity().unit());
        setPrice(wire, line.price(), currency);
        wire.setRequiredDate(line.requiredDate());
        wire.setWarehouse(line.warehouse());
        wire.setOrder(order == null ? null : toDocumentRef(order.dataset(), order.value()));
        return wire;
    }

    private static void setPrice(QuotationLineType wire, LinePrice price, Currency currency) {
        wire.setListPrice(price.listPrice() == null ? null : toWirePrice(price.listPrice(), currency));
        wire.setUnitPrice(toWirePrice(price.unitPrice(), currency));
        wire.setPriceUnit(price.unit());
        wire.setPriceBaseQuantity(toWireQuantity(price.baseQuantity()));
        wire.setDiscountPercent(toWireQuantity(price.discountPercent()));
        wire.setAllowance(OrderMapper.toAllowance(price));
        wire.setFreeGoodsPromotion(price.freeBy());
        wire.setAgreedReason(price.overrideReason());
        wire.setNet(price.net());
        wire.setTaxCategory(TaxCategoryType.valueOf(price.taxCategory().name()));
        wire.setTaxRatePercent(toWireQuantity(price.taxRatePercent()));
    }
}
