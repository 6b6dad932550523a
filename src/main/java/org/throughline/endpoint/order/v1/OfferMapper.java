package org.throughline.endpoint.order.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toCustomerRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentId;
import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageInfo;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.common.v1.CommonMapper.toWirePrice;
import static org.throughline.endpoint.common.v1.CommonMapper.toWireQuantity;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.throughline.order.LinePrice;
import org.throughline.order.LinePromise;
import org.throughline.order.Offer;
import org.throughline.order.OfferAcceptance;
import org.throughline.order.OfferReply;
import org.throughline.order.OfferRequest;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderLine;
import org.throughline.order.RulesUsed;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OfferId;
import org.throughline.shared.Page;
import org.throughline.shared.ServiceFault;
import org.throughline.stock.ScheduleLine;
import org.throughline.wire.common.v1.DocumentRefType;
import org.throughline.wire.common.v1.TaxCategoryType;
import org.throughline.wire.order.v1.DeliveryOriginType;
import org.throughline.wire.order.v1.DeliveryPolicyType;
import org.throughline.wire.order.v1.OfferAcceptanceType;
import org.throughline.wire.order.v1.OfferAnswerType;
import org.throughline.wire.order.v1.OfferCreationType;
import org.throughline.wire.order.v1.OfferLineType;
import org.throughline.wire.order.v1.OfferListType;
import org.throughline.wire.order.v1.OfferRecordType;
import org.throughline.wire.order.v1.OfferRequestType;
import org.throughline.wire.order.v1.OfferRulesType;
import org.throughline.wire.order.v1.OfferSearchType;
import org.throughline.wire.order.v1.OfferStateType;
import org.throughline.wire.order.v1.OfferedDeliveryType;

/** Between the types of urn:throughline:order:v1 and offers. */
final class OfferMapper {

    private OfferMapper() {}

    static OfferId toOfferId(DocumentRefType ref, String dataset) {
        return toDocumentId(ref, OfferId::new, dataset, "offer");
    }

    static OfferRequest toRequest(OfferRequestType request, String dataset) {
        return new OfferRequest(
                OrderRequestMapper.toRequest(request.getOrder(), dataset),
                request.getValidSeconds() == null ? null : Duration.ofSeconds(request.getValidSeconds()));
    }

    static CustomerRef toCustomer(OfferSearchType search, String dataset) {
        return toCustomerRef(search.getCustomer(), dataset, "customer");
    }

    static OfferAcceptance toAcceptance(OfferAcceptanceType acceptance, String dataset) {
        return new OfferAcceptance(
                toProof(acceptance, dataset),
                acceptance.getCustomer() == null
                        ? null
                        : toCustomerRef(acceptance.getCustomer(), dataset, "offer.customer"),
                acceptance.getCustomerReference(),
                Boolean.TRUE.equals(acceptance.isNewTermsAccepted()),
                OrderRequestMapper.toExpected(acceptance.getExpected()));
    }

    private static OfferAcceptance.Proof toProof(OfferAcceptanceType acceptance, String dataset) {
        if ((acceptance.getReference() == null) == (acceptance.getToken() == null)) {
            throw new ServiceFault(ErrorCode.INVALID_VALUE.at("offer", "Give either reference or token."));
        }
        return acceptance.getToken() == null
                ? new OfferAcceptance.ByReference(
                        toDocumentId(acceptance.getReference(), OfferId::new, dataset, "offer.reference"))
                : new OfferAcceptance.ByToken(acceptance.getToken());
    }

    static OfferCreationType toCreation(Answer<OfferReply> answer, String dataset) {
        OfferCreationType wire = new OfferCreationType();
        wire.setReplayed(answer.value().replayed());
        wire.setOffer(toRecord(answer.value().offer(), answer.freshness().asOf()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static OfferAnswerType toOfferAnswer(Answer<Offer> answer, String dataset) {
        OfferAnswerType wire = new OfferAnswerType();
        wire.setOffer(toRecord(answer.value(), answer.freshness().asOf()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static OfferListType toOfferList(Answer<Page<Offer>> answer, String dataset) {
        OfferListType wire = new OfferListType();
        answer.value().entries().stream()
                .map(offer -> toRecord(offer, answer.freshness().asOf()))
                .forEach(wire.getOffer()::add);
        wire.setPage(toPageInfo(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    /** @param now decides whether an open offer has expired */
    private static OfferRecordType toRecord(Offer offer, Instant now) {
        OfferRecordType wire = new OfferRecordType();
        wire.setRef(toDocumentRef(offer.id().dataset(), offer.id().value()));
        wire.setState(toState(offer, now));
        wire.setCreatedAt(offer.createdAt());
        wire.setValidUntil(offer.validUntil());
        wire.setToken(offer.token());
        wire.setOutcome(OrderMapper.toOutcome(offer.terms().draft().isHeld()));
        offer.terms().draft().holds().stream().map(OrderMapper::toHold).forEach(wire.getHold()::add);
        wire.setIndicative(offer.terms().priced().indicative());
        setContent(wire, offer.content(), offer.terms().promises());
        wire.setRules(toRules(RulesUsed.of(offer.terms().priced())));
        if (offer.order() != null) {
            wire.setOrder(toDocumentRef(offer.order().dataset(), offer.order().value()));
        }
        return wire;
    }

    private static void setContent(OfferRecordType wire, OrderContent content, List<LinePromise> promises) {
        wire.setAccount(toWire(content.account()));
        wire.setCustomerReference(content.customerReference());
        wire.setRequiredDate(content.requiredDate());
        wire.setCurrency(content.currency().getCurrencyCode());
        wire.setPricesIncludeTax(content.pricesIncludeTax());
        wire.setShipTo(toWire(content.shipTo()));
        wire.setDeliveryPolicy(DeliveryPolicyType.valueOf(content.delivery().name()));
        for (int i = 0; i < content.lines().size(); i++) {
            wire.getLine().add(toLine(content.lines().get(i), promises.get(i), content.currency()));
        }
        content.adjustments().forEach(each -> wire.getAdjustment().add(OrderMapper.toRecord(each, content.currency())));
        content.taxes().forEach(tax -> wire.getTax().add(toWire(tax)));
        wire.setTotals(toWire(content.totals()));
    }

    private static OfferStateType toState(Offer offer, Instant now) {
        return offer.state() == Offer.State.OPEN && offer.isExpired(now)
                ? OfferStateType.EXPIRED
                : OfferStateType.valueOf(offer.state().name());
    }

    private static OfferLineType toLine(OrderLine line, LinePromise promise, Currency currency) {
        OfferLineType wire = new OfferLineType();
        wire.setNumber(line.number());
        wire.setItem(line.item().value());
        wire.setDescription(line.description());
        wire.setQuantity(toWireQuantity(line.quantity().value()));
        wire.setUnit(line.quantity().unit());
        setPrice(wire, line.price(), currency);
        wire.setRequiredDate(line.requiredDate());
        wire.setWarehouse(line.warehouse());
        wire.setReserved(toWireQuantity(line.progress().allocated()));
        promise.schedule().stream().map(OfferMapper::toDelivery).forEach(wire.getSchedule()::add);
        return wire;
    }

    private static void setPrice(OfferLineType wire, LinePrice price, Currency currency) {
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

    private static OfferedDeliveryType toDelivery(ScheduleLine part) {
        OfferedDeliveryType wire = new OfferedDeliveryType();
        wire.setDate(part.on());
        wire.setQuantity(toWireQuantity(part.quantity()));
        wire.setWarehouse(part.warehouse().orElse(null));
        wire.setOrigin(DeliveryOriginType.valueOf(part.origin().name()));
        return wire;
    }

    private static OfferRulesType toRules(RulesUsed used) {
        OfferRulesType wire = new OfferRulesType();
        wire.setPriceDate(used.priceDate());
        wire.setDigest(used.digest());
        wire.getPrice().addAll(used.prices());
        wire.getTax().addAll(used.taxes());
        return wire;
    }
}
