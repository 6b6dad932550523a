package org.throughline.endpoint.order.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toMaxAge;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageRequest;
import static org.throughline.endpoint.order.v1.ChangeMapper.toAmendment;
import static org.throughline.endpoint.order.v1.ChangeMapper.toCancellation;
import static org.throughline.endpoint.order.v1.OfferMapper.toCreation;
import static org.throughline.endpoint.order.v1.OfferMapper.toCustomer;
import static org.throughline.endpoint.order.v1.OfferMapper.toOfferAnswer;
import static org.throughline.endpoint.order.v1.OfferMapper.toOfferId;
import static org.throughline.endpoint.order.v1.OfferMapper.toOfferList;
import static org.throughline.endpoint.order.v1.OrderMapper.toOrderAnswer;
import static org.throughline.endpoint.order.v1.OrderMapper.toOrderList;
import static org.throughline.endpoint.order.v1.OrderMapper.toPlacementAnswer;
import static org.throughline.endpoint.order.v1.OrderMapper.toSimulationAnswer;
import static org.throughline.endpoint.order.v1.OrderRequestMapper.toBasis;
import static org.throughline.endpoint.order.v1.OrderRequestMapper.toOrderId;
import static org.throughline.endpoint.order.v1.OrderRequestMapper.toRequest;
import static org.throughline.endpoint.order.v1.OrderRequestMapper.toRequestKey;
import static org.throughline.endpoint.order.v1.OrderRequestMapper.toSearch;
import static org.throughline.endpoint.order.v1.OutcomeMapper.toOutcomeAnswer;
import static org.throughline.endpoint.order.v1.QuotationMapper.toCustomer;
import static org.throughline.endpoint.order.v1.QuotationMapper.toPromotion;
import static org.throughline.endpoint.order.v1.QuotationMapper.toQuotationAnswer;
import static org.throughline.endpoint.order.v1.QuotationMapper.toQuotationId;
import static org.throughline.endpoint.order.v1.QuotationMapper.toQuotationList;

import org.springframework.stereotype.Component;
import org.throughline.endpoint.common.v1.ServiceInfos;
import org.throughline.order.OfferService;
import org.throughline.order.OrderService;
import org.throughline.order.QuotationService;
import org.throughline.shared.Erp;
import org.throughline.wire.common.v1.PingRequestType;
import org.throughline.wire.common.v1.ServiceInfoType;
import org.throughline.wire.order.v1.AmendmentRequestType;
import org.throughline.wire.order.v1.CancellationRequestType;
import org.throughline.wire.order.v1.OfferAnswerType;
import org.throughline.wire.order.v1.OfferCancellationType;
import org.throughline.wire.order.v1.OfferCreationType;
import org.throughline.wire.order.v1.OfferListType;
import org.throughline.wire.order.v1.OfferQueryType;
import org.throughline.wire.order.v1.OfferRequestType;
import org.throughline.wire.order.v1.OfferSearchType;
import org.throughline.wire.order.v1.Order;
import org.throughline.wire.order.v1.OrderAnswerType;
import org.throughline.wire.order.v1.OrderListType;
import org.throughline.wire.order.v1.OrderQueryType;
import org.throughline.wire.order.v1.OrderSearchType;
import org.throughline.wire.order.v1.OutcomeAnswerType;
import org.throughline.wire.order.v1.OutcomeQueryType;
import org.throughline.wire.order.v1.PlacementAnswerType;
import org.throughline.wire.order.v1.PlacementRequestType;
import org.throughline.wire.order.v1.PromotionRequestType;
import org.throughline.wire.order.v1.QuotationAnswerType;
import org.throughline.wire.order.v1.QuotationCreationType;
import org.throughline.wire.order.v1.QuotationListType;
import org.throughline.wire.order.v1.QuotationQueryType;
import org.throughline.wire.order.v1.QuotationRequestType;
import org.throughline.wire.order.v1.QuotationSearchType;
import org.throughline.wire.order.v1.SimulationAnswerType;
import org.throughline.wire.order.v1.SimulationRequestType;

/** The order service over SOAP. */
@Component
class OrderSoapEndpoint implements Order {

    private final OrderService orders;
    private final OfferService offers;
    private final QuotationService quotations;
    private final ServiceInfos infos;
    private final String dataset;

    OrderSoapEndpoint(
            OrderService orders, OfferService offers, QuotationService quotations, ServiceInfos infos, Erp erp) {
        this.orders = orders;
        this.offers = offers;
        this.quotations = quotations;
        this.infos = infos;
        this.dataset = erp.dataset();
    }

    @Override
    public ServiceInfoType ping(PingRequestType request) {
        return infos.of("order");
    }

    @Override
    public SimulationAnswerType simulateOrder(SimulationRequestType request) {
        return toSimulationAnswer(orders.simulate(toRequest(request.getOrder(), dataset)), dataset);
    }

    @Override
    public PlacementAnswerType createOrder(PlacementRequestType request) {
        return toPlacementAnswer(
                orders.create(toRequestKey(request.getRequestId()), toBasis(request, dataset)), dataset);
    }

    @Override
    public OutcomeAnswerType getOutcome(OutcomeQueryType query) {
        return toOutcomeAnswer(query.getRequestId(), orders.outcome(toRequestKey(query.getRequestId())), dataset);
    }

    @Override
    public OrderAnswerType getOrder(OrderQueryType query) {
        return toOrderAnswer(
                orders.get(toOrderId(query.getOrder(), dataset), toMaxAge(query.getMaxAgeSeconds())), dataset);
    }

    @Override
    public OrderListType findOrders(OrderSearchType search) {
        return toOrderList(
                orders.find(
                        toSearch(search, dataset),
                        toPageRequest(search.getPaging()),
                        toMaxAge(search.getMaxAgeSeconds())),
                dataset);
    }

    @Override
    public PlacementAnswerType amendOrder(AmendmentRequestType request) {
        return toPlacementAnswer(
                orders.amend(toRequestKey(request.getRequestId()), toAmendment(request, dataset)), dataset);
    }

    @Override
    public PlacementAnswerType cancelOrder(CancellationRequestType request) {
        return toPlacementAnswer(
                orders.cancel(toRequestKey(request.getRequestId()), toCancellation(request, dataset)), dataset);
    }

    @Override
    public QuotationCreationType createQuotation(QuotationRequestType request) {
        return QuotationMapper.toCreation(
                quotations.create(toRequestKey(request.getRequestId()), QuotationMapper.toRequest(request, dataset)),
                dataset);
    }

    @Override
    public QuotationAnswerType getQuotation(QuotationQueryType query) {
        return toQuotationAnswer(
                quotations.get(toQuotationId(query.getQuotation(), dataset), toMaxAge(query.getMaxAgeSeconds())),
                dataset);
    }

    @Override
    public QuotationListType findQuotations(QuotationSearchType search) {
        return toQuotationList(
                quotations.find(
                        toCustomer(search.getCustomer(), dataset),
                        search.getFrom(),
                        search.getUntil(),
                        search.getCustomerReference(),
                        toPageRequest(search.getPaging()),
                        toMaxAge(search.getMaxAgeSeconds())),
                dataset);
    }

    @Override
    public PlacementAnswerType promoteQuotation(PromotionRequestType request) {
        return toPlacementAnswer(
                quotations.promote(toRequestKey(request.getRequestId()), toPromotion(request, dataset)), dataset);
    }

    @Override
    public OfferCreationType createOffer(OfferRequestType request) {
        return toCreation(
                offers.create(toRequestKey(request.getRequestId()), OfferMapper.toRequest(request, dataset)), dataset);
    }

    @Override
    public OfferAnswerType getOffer(OfferQueryType query) {
        return toOfferAnswer(offers.get(toOfferId(query.getOffer(), dataset)), dataset);
    }

    @Override
    public OfferListType findOffers(OfferSearchType search) {
        return toOfferList(offers.find(toCustomer(search, dataset), toPageRequest(search.getPaging())), dataset);
    }

    @Override
    public OfferAnswerType cancelOffer(OfferCancellationType request) {
        return toOfferAnswer(offers.cancel(toOfferId(request.getOffer(), dataset)), dataset);
    }
}
