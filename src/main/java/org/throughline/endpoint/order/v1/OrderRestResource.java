package org.throughline.endpoint.order.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.web.util.UriUtils.encodePathSegment;
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

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.endpoint.common.v1.FromBody;
import org.throughline.endpoint.common.v1.FromQuery;
import org.throughline.endpoint.common.v1.ServiceInfos;
import org.throughline.order.OfferService;
import org.throughline.order.OrderService;
import org.throughline.order.QuotationService;
import org.throughline.shared.Erp;
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
import org.throughline.wire.order.v1.OrderAnswerType;
import org.throughline.wire.order.v1.OrderListType;
import org.throughline.wire.order.v1.OrderQueryType;
import org.throughline.wire.order.v1.OrderRecordType;
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

/** The order service over REST; the ETag of an order is its version. */
@RestController
@RequestMapping("/api/v1")
class OrderRestResource {

    private final OrderService orders;
    private final OfferService offers;
    private final QuotationService quotations;
    private final ServiceInfos infos;
    private final String dataset;

    OrderRestResource(
            OrderService orders, OfferService offers, QuotationService quotations, ServiceInfos infos, Erp erp) {
        this.orders = orders;
        this.offers = offers;
        this.quotations = quotations;
        this.infos = infos;
        this.dataset = erp.dataset();
    }

    @GetMapping("/order/ping")
    ServiceInfoType ping() {
        return infos.of("order");
    }

    @PostMapping("/orders/simulation")
    SimulationAnswerType simulateOrder(@RequestBody SimulationRequestType request) {
        return toSimulationAnswer(orders.simulate(toRequest(request.getOrder(), dataset)), dataset);
    }

    @PostMapping("/orders")
    ResponseEntity<PlacementAnswerType> createOrder(
            @FromBody(idempotencyKey = "requestId") PlacementRequestType request) {
        return created(
                toPlacementAnswer(
                        orders.create(toRequestKey(request.getRequestId()), toBasis(request, dataset)), dataset),
                request.getRequestId());
    }

    @GetMapping("/orders/outcomes/{requestId}")
    OutcomeAnswerType getOutcome(@FromQuery(path = "requestId=requestId") OutcomeQueryType query) {
        return toOutcomeAnswer(query.getRequestId(), orders.outcome(toRequestKey(query.getRequestId())), dataset);
    }

    @GetMapping("/orders/{id}")
    ResponseEntity<OrderAnswerType> getOrder(@FromQuery(path = "id=order.id") OrderQueryType query) {
        return tagged(toOrderAnswer(
                orders.get(toOrderId(query.getOrder(), dataset), toMaxAge(query.getMaxAgeSeconds())), dataset));
    }

    @GetMapping("/orders")
    OrderListType findOrders(@FromQuery OrderSearchType search) {
        return toOrderList(
                orders.find(
                        toSearch(search, dataset),
                        toPageRequest(search.getPaging()),
                        toMaxAge(search.getMaxAgeSeconds())),
                dataset);
    }

    @PostMapping("/orders/{id}/amendment")
    ResponseEntity<PlacementAnswerType> amendOrder(
            @FromBody(path = "id=order.id", ifMatch = "expectedVersion", idempotencyKey = "requestId")
                    AmendmentRequestType request) {
        return changed(
                toPlacementAnswer(
                        orders.amend(toRequestKey(request.getRequestId()), toAmendment(request, dataset)), dataset),
                request.getRequestId());
    }

    @PostMapping("/orders/{id}/cancellation")
    ResponseEntity<PlacementAnswerType> cancelOrder(
            @FromBody(path = "id=order.id", ifMatch = "expectedVersion", idempotencyKey = "requestId")
                    CancellationRequestType request) {
        return changed(
                toPlacementAnswer(
                        orders.cancel(toRequestKey(request.getRequestId()), toCancellation(request, dataset)), dataset),
                request.getRequestId());
    }

    @PostMapping("/orders/quotations")
    ResponseEntity<QuotationCreationType> createQuotation(
            @FromBody(idempotencyKey = "requestId") QuotationRequestType request) {
        return created(QuotationMapper.toCreation(
                quotations.create(toRequestKey(request.getRequestId()), QuotationMapper.toRequest(request, dataset)),
                dataset));
    }

    @GetMapping("/orders/quotations/{id}")
    QuotationAnswerType getQuotation(@FromQuery(path = "id=quotation.id") QuotationQueryType query) {
        return toQuotationAnswer(
                quotations.get(toQuotationId(query.getQuotation(), dataset), toMaxAge(query.getMaxAgeSeconds())),
                dataset);
    }

    @GetMapping("/orders/quotations")
    QuotationListType findQuotations(@FromQuery QuotationSearchType search) {
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

    @PostMapping("/orders/quotations/{id}/order")
    ResponseEntity<PlacementAnswerType> promoteQuotation(
            @FromBody(path = "id=quotation.id", idempotencyKey = "requestId") PromotionRequestType request) {
        return created(
                toPlacementAnswer(
                        quotations.promote(toRequestKey(request.getRequestId()), toPromotion(request, dataset)),
                        dataset),
                request.getRequestId());
    }

    @PostMapping("/orders/offers")
    ResponseEntity<OfferCreationType> createOffer(@FromBody(idempotencyKey = "requestId") OfferRequestType request) {
        return created(toCreation(
                offers.create(toRequestKey(request.getRequestId()), OfferMapper.toRequest(request, dataset)), dataset));
    }

    @GetMapping("/orders/offers/{id}")
    OfferAnswerType getOffer(@FromQuery(path = "id=offer.id") OfferQueryType query) {
        return toOfferAnswer(offers.get(toOfferId(query.getOffer(), dataset)), dataset);
    }

    @GetMapping("/orders/offers")
    OfferListType findOffers(@FromQuery OfferSearchType search) {
        return toOfferList(offers.find(toCustomer(search, dataset), toPageRequest(search.getPaging())), dataset);
    }

    @PostMapping("/orders/offers/{id}/cancellation")
    OfferAnswerType cancelOffer(@FromBody(path = "id=offer.id") OfferCancellationType request) {
        return toOfferAnswer(offers.cancel(toOfferId(request.getOffer(), dataset)), dataset);
    }

    private static ResponseEntity<QuotationCreationType> created(QuotationCreationType answer) {
        return ResponseEntity.status(answer.isReplayed() ? HttpStatus.OK : HttpStatus.CREATED)
                .header(
                        "Location",
                        "/api/v1/orders/quotations/"
                                + encodePathSegment(
                                        answer.getQuotation().getRef().getId(), UTF_8))
                .body(answer);
    }

    private static ResponseEntity<OfferCreationType> created(OfferCreationType answer) {
        return ResponseEntity.status(answer.isReplayed() ? HttpStatus.OK : HttpStatus.CREATED)
                .header(
                        "Location",
                        "/api/v1/orders/offers/"
                                + encodePathSegment(answer.getOffer().getRef().getId(), UTF_8))
                .body(answer);
    }

    private static ResponseEntity<PlacementAnswerType> created(PlacementAnswerType answer, String requestId) {
        if (answer.getOrder() == null) {
            return queued(answer, requestId);
        }
        return ResponseEntity.status(answer.isReplayed() ? HttpStatus.OK : HttpStatus.CREATED)
                .header(
                        "Location",
                        "/api/v1/orders/"
                                + encodePathSegment(answer.getOrder().getRef().getId(), UTF_8))
                .eTag(tag(answer.getOrder()))
                .body(answer);
    }

    private static ResponseEntity<PlacementAnswerType> changed(PlacementAnswerType answer, String requestId) {
        return answer.getOrder() == null
                ? queued(answer, requestId)
                : ResponseEntity.ok().eTag(tag(answer.getOrder())).body(answer);
    }

    private static ResponseEntity<PlacementAnswerType> queued(PlacementAnswerType answer, String requestId) {
        return ResponseEntity.accepted()
                .header("Location", "/api/v1/orders/outcomes/" + encodePathSegment(requestId, UTF_8))
                .body(answer);
    }

    private static ResponseEntity<OrderAnswerType> tagged(OrderAnswerType answer) {
        return ResponseEntity.ok().eTag(tag(answer.getOrder())).body(answer);
    }

    private static String tag(OrderRecordType order) {
        return "\"" + order.getVersion() + "\"";
    }
}
