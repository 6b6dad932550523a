package org.throughline.endpoint.history.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toMaxAge;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageRequest;
import static org.throughline.endpoint.history.v1.HistoryMapper.isTrue;
import static org.throughline.endpoint.history.v1.HistoryMapper.toCustomer;
import static org.throughline.endpoint.history.v1.InvoiceMapper.toAgingAnswer;
import static org.throughline.endpoint.history.v1.InvoiceMapper.toFilter;
import static org.throughline.endpoint.history.v1.InvoiceMapper.toInvoice;
import static org.throughline.endpoint.history.v1.InvoiceMapper.toInvoiceAnswer;
import static org.throughline.endpoint.history.v1.InvoiceMapper.toInvoiceList;
import static org.throughline.endpoint.history.v1.PurchaseMapper.toFilter;
import static org.throughline.endpoint.history.v1.PurchaseMapper.toPurchaseLineList;
import static org.throughline.endpoint.history.v1.PurchaseMapper.toPurchaseList;
import static org.throughline.endpoint.history.v1.ReturnMapper.toFilter;
import static org.throughline.endpoint.history.v1.ReturnMapper.toReturnList;
import static org.throughline.endpoint.history.v1.ShipmentMapper.toFilter;
import static org.throughline.endpoint.history.v1.ShipmentMapper.toProofAnswer;
import static org.throughline.endpoint.history.v1.ShipmentMapper.toShipment;
import static org.throughline.endpoint.history.v1.ShipmentMapper.toShipmentList;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.endpoint.common.v1.FromQuery;
import org.throughline.endpoint.common.v1.ServiceInfos;
import org.throughline.endpoint.common.v1.Tagged;
import org.throughline.history.HistoryService;
import org.throughline.shared.Erp;
import org.throughline.wire.common.v1.ServiceInfoType;
import org.throughline.wire.history.v1.AgingAnswerType;
import org.throughline.wire.history.v1.AgingQueryType;
import org.throughline.wire.history.v1.InvoiceAnswerType;
import org.throughline.wire.history.v1.InvoiceListType;
import org.throughline.wire.history.v1.InvoiceQueryType;
import org.throughline.wire.history.v1.InvoiceSearchType;
import org.throughline.wire.history.v1.ProofAnswerType;
import org.throughline.wire.history.v1.ProofQueryType;
import org.throughline.wire.history.v1.PurchaseLineListType;
import org.throughline.wire.history.v1.PurchaseLineSearchType;
import org.throughline.wire.history.v1.PurchaseListType;
import org.throughline.wire.history.v1.PurchaseSearchType;
import org.throughline.wire.history.v1.ReturnListType;
import org.throughline.wire.history.v1.ReturnSearchType;
import org.throughline.wire.history.v1.ShipmentListType;
import org.throughline.wire.history.v1.ShipmentSearchType;

/** The history service over REST. */
@RestController
@RequestMapping("/api/v1/history")
class HistoryRestResource {

    private final HistoryService history;
    private final ServiceInfos infos;
    private final String dataset;

    HistoryRestResource(HistoryService history, ServiceInfos infos, Erp erp) {
        this.history = history;
        this.infos = infos;
        this.dataset = erp.dataset();
    }

    @GetMapping("/ping")
    ServiceInfoType ping() {
        return infos.of("history");
    }

    @GetMapping("/purchases")
    PurchaseListType findPurchases(@FromQuery PurchaseSearchType search) {
        return toPurchaseList(
                history.findPurchases(
                        toCustomer(search.getCustomer(), dataset),
                        toFilter(search, dataset),
                        isTrue(search.isIncludeTotals()),
                        toPageRequest(search.getPaging()),
                        toMaxAge(search.getMaxAgeSeconds())),
                dataset);
    }

    @GetMapping("/purchase-lines")
    PurchaseLineListType findPurchaseLines(@FromQuery PurchaseLineSearchType search) {
        return toPurchaseLineList(
                history.findPurchaseLines(
                        toCustomer(search.getCustomer(), dataset),
                        toFilter(search, dataset),
                        isTrue(search.isIncludeTotals()),
                        toPageRequest(search.getPaging()),
                        toMaxAge(search.getMaxAgeSeconds())),
                dataset);
    }

    @GetMapping("/invoices")
    InvoiceListType findInvoices(@FromQuery InvoiceSearchType search) {
        return toInvoiceList(
                history.findInvoices(
                        toCustomer(search.getCustomer(), dataset),
                        toFilter(search, dataset),
                        isTrue(search.isIncludeTotals()),
                        toPageRequest(search.getPaging()),
                        toMaxAge(search.getMaxAgeSeconds())),
                dataset);
    }

    @GetMapping("/aging")
    AgingAnswerType getAging(@FromQuery AgingQueryType query) {
        return toAgingAnswer(
                history.getAging(
                        toCustomer(query.getCustomer(), dataset), query.getAsOf(), toMaxAge(query.getMaxAgeSeconds())),
                dataset);
    }

    @GetMapping("/invoices/{id}")
    ResponseEntity<InvoiceAnswerType> getInvoice(@FromQuery(path = "id=invoice.id") InvoiceQueryType query) {
        InvoiceAnswerType answer = toInvoiceAnswer(
                history.getInvoice(toInvoice(query, dataset), query.getAsOf(), toMaxAge(query.getMaxAgeSeconds())),
                dataset);
        return Tagged.of(answer, answer.getInvoice());
    }

    @GetMapping("/shipments")
    ShipmentListType findShipments(@FromQuery ShipmentSearchType search) {
        return toShipmentList(
                history.findShipments(
                        toCustomer(search.getCustomer(), dataset),
                        toFilter(search, dataset),
                        isTrue(search.isIncludeTotals()),
                        toPageRequest(search.getPaging()),
                        toMaxAge(search.getMaxAgeSeconds())),
                dataset);
    }

    @GetMapping("/shipments/{id}/proof-of-delivery")
    ProofAnswerType getProofOfDelivery(@FromQuery(path = "id=shipment.id") ProofQueryType query) {
        return toProofAnswer(
                history.getProofOfDelivery(toShipment(query, dataset), toMaxAge(query.getMaxAgeSeconds())),
                isTrue(query.isOmitContent()),
                dataset);
    }

    @GetMapping("/returns")
    ReturnListType findReturns(@FromQuery ReturnSearchType search) {
        return toReturnList(
                history.findReturns(
                        toCustomer(search.getCustomer(), dataset),
                        toFilter(search, dataset),
                        isTrue(search.isIncludeTotals()),
                        toPageRequest(search.getPaging()),
                        toMaxAge(search.getMaxAgeSeconds())),
                dataset);
    }
}
