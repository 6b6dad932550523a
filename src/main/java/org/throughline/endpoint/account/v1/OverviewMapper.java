package org.throughline.endpoint.account.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.common.v1.CommonMapper.toWireQuantity;

import java.util.Optional;
import java.util.function.Function;
import org.throughline.account.Activity;
import org.throughline.account.CompanyOverview;
import org.throughline.account.Excerpt;
import org.throughline.account.ExchangeRate;
import org.throughline.account.LabelledLink;
import org.throughline.shared.Answer;
import org.throughline.shared.OrderId;
import org.throughline.wire.account.v1.CompanyOverviewType;
import org.throughline.wire.account.v1.DeliveryProgressType;
import org.throughline.wire.account.v1.InvoicingProgressType;
import org.throughline.wire.account.v1.LastInvoiceListType;
import org.throughline.wire.account.v1.LastInvoiceType;
import org.throughline.wire.account.v1.OpenOrderListType;
import org.throughline.wire.account.v1.OpenOrderType;
import org.throughline.wire.account.v1.OpenReturnListType;
import org.throughline.wire.account.v1.OpenReturnType;
import org.throughline.wire.account.v1.OverviewAccountType;
import org.throughline.wire.account.v1.OverviewTotalsType;
import org.throughline.wire.account.v1.RateUsedType;
import org.throughline.wire.account.v1.ReturnProgressType;
import org.throughline.wire.account.v1.ServiceContractListType;
import org.throughline.wire.account.v1.ServiceContractType;
import org.throughline.wire.account.v1.ShipmentUnderWayListType;
import org.throughline.wire.account.v1.ShipmentUnderWayType;
import org.throughline.wire.common.v1.DocumentRefType;

/** Between the types of urn:throughline:account:v1 and the overview of a company. */
final class OverviewMapper {

    private OverviewMapper() {}

    static CompanyOverviewType toOverview(Answer<CompanyOverview> answer, String dataset) {
        CompanyOverview overview = answer.value();
        Activity activity = overview.activity();
        CompanyOverviewType wire = new CompanyOverviewType();
        wire.setCompany(toWire(overview.company()));
        wire.setAsOf(overview.asOf());
        overview.accounts().stream().map(OverviewMapper::toRecord).forEach(wire.getLinkedAccount()::add);
        overview.missing().forEach(account -> wire.getMissingAccount().add(toWire(account)));
        wire.setOpenOrders(toOrders(activity.openOrders()));
        wire.setLastInvoices(toInvoices(activity.lastInvoices()));
        wire.setShipmentsUnderWay(ifKept(activity.shipmentsUnderWay(), OverviewMapper::toShipments));
        wire.setOpenReturns(ifKept(activity.openReturns(), OverviewMapper::toReturns));
        wire.setContracts(ifKept(activity.contracts(), OverviewMapper::toContracts));
        wire.setTotals(toRecord(overview.totals()));
        overview.rates().stream().map(OverviewMapper::toRecord).forEach(wire.getRate()::add);
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    private static <T, W> W ifKept(Excerpt<T> rows, Function<Excerpt<T>, W> mapping) {
        return rows == null ? null : mapping.apply(rows);
    }

    private static OverviewAccountType toRecord(CompanyOverview.LinkedAccount linked) {
        OverviewAccountType wire = new OverviewAccountType();
        wire.setLink(LinkMapper.toRecord(new LabelledLink(linked.link(), Optional.of(linked.account()))));
        wire.setAccount(AccountMapper.toRecord(linked.account()));
        wire.setCredit(CreditMapper.toRecord(linked.credit()));
        return wire;
    }

    private static OpenOrderListType toOrders(Excerpt<Activity.OpenOrder> orders) {
        OpenOrderListType wire = new OpenOrderListType();
        orders.rows().stream().map(OverviewMapper::toRecord).forEach(wire.getOrder()::add);
        wire.setMore(orders.more());
        return wire;
    }

    private static OpenOrderType toRecord(Activity.OpenOrder order) {
        OpenOrderType wire = new OpenOrderType();
        wire.setAccount(toWire(order.account()));
        wire.setOrder(toRef(order.id()));
        wire.setOrderDate(order.orderedOn());
        wire.setRequiredDate(order.requiredOn());
        wire.setCustomerReference(order.customerReference());
        wire.setCurrency(order.gross().currency().getCurrencyCode());
        wire.setGross(order.gross().amount());
        wire.setDelivery(DeliveryProgressType.valueOf(order.delivery()));
        wire.setInvoicing(InvoicingProgressType.valueOf(order.invoicing()));
        wire.setOnHold(order.onHold());
        return wire;
    }

    private static LastInvoiceListType toInvoices(Excerpt<Activity.LastInvoice> invoices) {
        LastInvoiceListType wire = new LastInvoiceListType();
        invoices.rows().stream().map(OverviewMapper::toRecord).forEach(wire.getInvoice()::add);
        wire.setMore(invoices.more());
        return wire;
    }

    private static LastInvoiceType toRecord(Activity.LastInvoice invoice) {
        LastInvoiceType wire = new LastInvoiceType();
        wire.setAccount(toWire(invoice.account()));
        wire.setInvoice(toDocumentRef(invoice.id().dataset(), invoice.id().value()));
        wire.setCreditNote(invoice.creditNote());
        wire.setDate(invoice.issuedOn());
        wire.setDueDate(invoice.dueOn());
        wire.setCurrency(invoice.gross().currency().getCurrencyCode());
        wire.setGross(invoice.gross().amount());
        wire.setOutstanding(invoice.outstanding());
        return wire;
    }

    private static ShipmentUnderWayListType toShipments(Excerpt<Activity.ShipmentUnderWay> shipments) {
        ShipmentUnderWayListType wire = new ShipmentUnderWayListType();
        shipments.rows().stream().map(OverviewMapper::toRecord).forEach(wire.getShipment()::add);
        wire.setMore(shipments.more());
        return wire;
    }

    private static ShipmentUnderWayType toRecord(Activity.ShipmentUnderWay shipment) {
        ShipmentUnderWayType wire = new ShipmentUnderWayType();
        wire.setAccount(toWire(shipment.account()));
        wire.setShipment(toDocumentRef(shipment.id().dataset(), shipment.id().value()));
        wire.setOrder(toRef(shipment.order()));
        wire.setShippedOn(shipment.shippedOn());
        wire.setCarrier(shipment.carrier());
        wire.setConsignment(shipment.consignment());
        wire.setTrackingUrl(shipment.trackingUrl());
        return wire;
    }

    private static OpenReturnListType toReturns(Excerpt<Activity.OpenReturn> returns) {
        OpenReturnListType wire = new OpenReturnListType();
        returns.rows().stream().map(OverviewMapper::toRecord).forEach(wire.getOpenReturn()::add);
        wire.setMore(returns.more());
        return wire;
    }

    private static OpenReturnType toRecord(Activity.OpenReturn goodsReturn) {
        OpenReturnType wire = new OpenReturnType();
        wire.setAccount(toWire(goodsReturn.account()));
        wire.setReturnRequest(
                toDocumentRef(goodsReturn.id().dataset(), goodsReturn.id().value()));
        wire.setOrder(toRef(goodsReturn.order()));
        wire.setRequestedOn(goodsReturn.requestedOn());
        wire.setProgress(ReturnProgressType.valueOf(goodsReturn.status()));
        return wire;
    }

    private static ServiceContractListType toContracts(Excerpt<Activity.Contract> contracts) {
        ServiceContractListType wire = new ServiceContractListType();
        contracts.rows().stream().map(OverviewMapper::toRecord).forEach(wire.getContract()::add);
        wire.setMore(contracts.more());
        return wire;
    }

    private static ServiceContractType toRecord(Activity.Contract contract) {
        ServiceContractType wire = new ServiceContractType();
        wire.setAccount(toWire(contract.account()));
        wire.setId(contract.id());
        wire.setDescription(contract.description());
        wire.setValidFrom(contract.startsOn());
        wire.setValidTo(contract.endsOn());
        wire.setRenews(contract.renews());
        wire.setCurrency(contract.annualValue().currency().getCurrencyCode());
        wire.setAnnualValue(contract.annualValue().amount());
        return wire;
    }

    private static OverviewTotalsType toRecord(CompanyOverview.Totals totals) {
        OverviewTotalsType wire = new OverviewTotalsType();
        wire.setCurrency(totals.currency().getCurrencyCode());
        wire.setLimit(totals.limit().orElse(null));
        wire.setExposure(totals.exposure());
        wire.setHeadroom(totals.headroom().orElse(null));
        wire.setOpenInvoices(totals.openInvoices());
        wire.setOverdue(totals.overdue());
        wire.setUninvoicedDeliveries(totals.uninvoicedDeliveries());
        wire.setOpenOrders(totals.openOrders());
        wire.setUnallocatedCash(totals.unallocatedCash());
        return wire;
    }

    private static RateUsedType toRecord(ExchangeRate rate) {
        RateUsedType wire = new RateUsedType();
        wire.setFromCurrency(rate.from().getCurrencyCode());
        wire.setToCurrency(rate.to().getCurrencyCode());
        wire.setRate(toWireQuantity(rate.rate()));
        wire.setDate(rate.on());
        return wire;
    }

    private static DocumentRefType toRef(OrderId order) {
        return order == null ? null : toDocumentRef(order.dataset(), order.value());
    }
}
