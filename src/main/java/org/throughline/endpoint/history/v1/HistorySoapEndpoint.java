package org.throughline.endpoint.history.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toMaxAge;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageRequest;
import static org.throughline.endpoint.history.v1.ContractMapper.toContract;
import static org.throughline.endpoint.history.v1.ContractMapper.toContractAnswer;
import static org.throughline.endpoint.history.v1.ContractMapper.toContractList;
import static org.throughline.endpoint.history.v1.ContractMapper.toEntitlementAnswer;
import static org.throughline.endpoint.history.v1.HistoryMapper.isTrue;
import static org.throughline.endpoint.history.v1.HistoryMapper.toCustomer;
import static org.throughline.endpoint.history.v1.HistoryMapper.toItem;
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

import org.springframework.stereotype.Component;
import org.throughline.endpoint.common.v1.SendsDocuments;
import org.throughline.endpoint.common.v1.ServiceInfos;
import org.throughline.history.ContractService;
import org.throughline.history.HistoryService;
import org.throughline.shared.Erp;
import org.throughline.wire.common.v1.PingRequestType;
import org.throughline.wire.common.v1.ServiceInfoType;
import org.throughline.wire.history.v1.AgingAnswerType;
import org.throughline.wire.history.v1.AgingQueryType;
import org.throughline.wire.history.v1.ContractAnswerType;
import org.throughline.wire.history.v1.ContractListType;
import org.throughline.wire.history.v1.ContractQueryType;
import org.throughline.wire.history.v1.ContractSearchType;
import org.throughline.wire.history.v1.EntitlementAnswerType;
import org.throughline.wire.history.v1.EntitlementQueryType;
import org.throughline.wire.history.v1.History;
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

/** The history service over SOAP. */
@Component
class HistorySoapEndpoint implements History, SendsDocuments {

    private final HistoryService history;
    private final ContractService contracts;
    private final ServiceInfos infos;
    private final String dataset;

    HistorySoapEndpoint(HistoryService history, ContractService contracts, ServiceInfos infos, Erp erp) {
        this.history = history;
        this.contracts = contracts;
        this.infos = infos;
        this.dataset = erp.dataset();
    }

    @Override
    public ServiceInfoType ping(PingRequestType request) {
        return infos.of("history");
    }

    @Override
    public PurchaseListType findPurchases(PurchaseSearchType search) {
        return toPurchaseList(
                history.findPurchases(
                        toCustomer(search.getCustomer(), dataset),
                        toFilter(search, dataset),
                        isTrue(search.isIncludeTotals()),
                        toPageRequest(search.getPaging()),
                        toMaxAge(search.getMaxAgeSeconds())),
                dataset);
    }

    @Override
    public PurchaseLineListType findPurchaseLines(PurchaseLineSearchType search) {
        return toPurchaseLineList(
                history.findPurchaseLines(
                        toCustomer(search.getCustomer(), dataset),
                        toFilter(search, dataset),
                        isTrue(search.isIncludeTotals()),
                        toPageRequest(search.getPaging()),
                        toMaxAge(search.getMaxAgeSeconds())),
                dataset);
    }

    @Override
    public InvoiceListType findInvoices(InvoiceSearchType search) {
        return toInvoiceList(
                history.findInvoices(
                        toCustomer(search.getCustomer(), dataset),
                        toFilter(search, dataset),
                        isTrue(search.isIncludeTotals()),
                        toPageRequest(search.getPaging()),
                        toMaxAge(search.getMaxAgeSeconds())),
                dataset);
    }

    @Override
    public AgingAnswerType getAging(AgingQueryType query) {
        return toAgingAnswer(
                history.getAging(
                        toCustomer(query.getCustomer(), dataset), query.getAsOf(), toMaxAge(query.getMaxAgeSeconds())),
                dataset);
    }

    @Override
    public InvoiceAnswerType getInvoice(InvoiceQueryType query) {
        return toInvoiceAnswer(
                history.getInvoice(toInvoice(query, dataset), query.getAsOf(), toMaxAge(query.getMaxAgeSeconds())),
                dataset);
    }

    @Override
    public ShipmentListType findShipments(ShipmentSearchType search) {
        return toShipmentList(
                history.findShipments(
                        toCustomer(search.getCustomer(), dataset),
                        toFilter(search, dataset),
                        isTrue(search.isIncludeTotals()),
                        toPageRequest(search.getPaging()),
                        toMaxAge(search.getMaxAgeSeconds())),
                dataset);
    }

    @Override
    public ProofAnswerType getProofOfDelivery(ProofQueryType query) {
        return toProofAnswer(
                history.getProofOfDelivery(toShipment(query, dataset), toMaxAge(query.getMaxAgeSeconds())),
                isTrue(query.isOmitContent()),
                dataset);
    }

    @Override
    public ReturnListType findReturns(ReturnSearchType search) {
        return toReturnList(
                history.findReturns(
                        toCustomer(search.getCustomer(), dataset),
                        toFilter(search, dataset),
                        isTrue(search.isIncludeTotals()),
                        toPageRequest(search.getPaging()),
                        toMaxAge(search.getMaxAgeSeconds())),
                dataset);
    }

    @Override
    public ContractListType findContracts(ContractSearchType search) {
        return toContractList(
                contracts.find(
                        toCustomer(search.getCustomer(), dataset),
                        ContractMapper.toFilter(search),
                        toPageRequest(search.getPaging()),
                        toMaxAge(search.getMaxAgeSeconds())),
                contracts.dayOr(search.getActiveOn()),
                dataset);
    }

    @Override
    public ContractAnswerType getContract(ContractQueryType query) {
        return toContractAnswer(
                contracts.get(toContract(query, dataset), query.getAsOf(), toMaxAge(query.getMaxAgeSeconds())),
                dataset);
    }

    @Override
    public EntitlementAnswerType checkEntitlement(EntitlementQueryType query) {
        return toEntitlementAnswer(
                contracts.entitlement(
                        toCustomer(query.getCustomer(), dataset),
                        toItem(query.getItem()),
                        query.getOn(),
                        toMaxAge(query.getMaxAgeSeconds())),
                dataset);
    }
}
