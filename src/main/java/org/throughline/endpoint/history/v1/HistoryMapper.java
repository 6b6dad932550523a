package org.throughline.endpoint.history.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toCustomerRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentId;
import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageInfo;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.common.v1.CommonMapper.toWireQuantity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughline.endpoint.common.v1.CommonMapper;
import org.throughline.history.Attachment;
import org.throughline.history.Credit;
import org.throughline.history.DateRange;
import org.throughline.history.Invoice;
import org.throughline.history.InvoiceDocument;
import org.throughline.history.InvoiceFilter;
import org.throughline.history.InvoiceKind;
import org.throughline.history.InvoiceLine;
import org.throughline.history.InvoiceStatus;
import org.throughline.history.Payment;
import org.throughline.history.ProofOfDelivery;
import org.throughline.history.Purchase;
import org.throughline.history.PurchaseFilter;
import org.throughline.history.PurchaseHistory;
import org.throughline.history.PurchaseLine;
import org.throughline.history.PurchaseTotal;
import org.throughline.history.Return;
import org.throughline.history.ReturnFilter;
import org.throughline.history.ReturnLine;
import org.throughline.history.ReturnState;
import org.throughline.history.Shipment;
import org.throughline.history.ShipmentFilter;
import org.throughline.history.ShipmentLine;
import org.throughline.history.ShipmentStatus;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.ShipmentId;
import org.throughline.wire.common.v1.CustomerRefType;
import org.throughline.wire.common.v1.DocumentRefType;
import org.throughline.wire.common.v1.TaxCategoryType;
import org.throughline.wire.history.v1.CreditNoteType;
import org.throughline.wire.history.v1.DocumentContentType;
import org.throughline.wire.history.v1.InvoiceAnswerType;
import org.throughline.wire.history.v1.InvoiceKindType;
import org.throughline.wire.history.v1.InvoiceListType;
import org.throughline.wire.history.v1.InvoiceQueryType;
import org.throughline.wire.history.v1.InvoiceRecordType;
import org.throughline.wire.history.v1.InvoiceSearchType;
import org.throughline.wire.history.v1.InvoiceStatusType;
import org.throughline.wire.history.v1.InvoiceSummaryType;
import org.throughline.wire.history.v1.InvoicedLineType;
import org.throughline.wire.history.v1.PaymentReceivedType;
import org.throughline.wire.history.v1.ProofAnswerType;
import org.throughline.wire.history.v1.ProofQueryType;
import org.throughline.wire.history.v1.ProofRecordType;
import org.throughline.wire.history.v1.PurchaseLineListType;
import org.throughline.wire.history.v1.PurchaseLineSearchType;
import org.throughline.wire.history.v1.PurchaseListType;
import org.throughline.wire.history.v1.PurchaseSearchType;
import org.throughline.wire.history.v1.PurchaseTotalType;
import org.throughline.wire.history.v1.PurchasedItemType;
import org.throughline.wire.history.v1.PurchasedLineType;
import org.throughline.wire.history.v1.ReturnListType;
import org.throughline.wire.history.v1.ReturnRecordType;
import org.throughline.wire.history.v1.ReturnSearchType;
import org.throughline.wire.history.v1.ReturnStateType;
import org.throughline.wire.history.v1.ReturnedLineType;
import org.throughline.wire.history.v1.ShipmentListType;
import org.throughline.wire.history.v1.ShipmentRecordType;
import org.throughline.wire.history.v1.ShipmentSearchType;
import org.throughline.wire.history.v1.ShipmentStatusType;
import org.throughline.wire.history.v1.ShippedLineType;

/** Between the types of urn:throughline:history:v1 and the history capability. */
final class HistoryMapper {

    private HistoryMapper() {}

    // Requests

    /** The customer that every list is about. */
    static CustomerRef toCustomer(CustomerRefType customer, String dataset) {
        return toCustomerRef(customer, dataset, "customer");
    }

    static PurchaseFilter toFilter(PurchaseSearchType search) {
        return new PurchaseFilter(new DateRange(search.getFrom(), search.getUntil()), toItem(search.getItem()));
    }

    static PurchaseFilter toFilter(PurchaseLineSearchType search) {
        return new PurchaseFilter(new DateRange(search.getFrom(), search.getUntil()), toItem(search.getItem()));
    }

    static InvoiceFilter toFilter(InvoiceSearchType search) {
        return new InvoiceFilter(
                new DateRange(search.getFrom(), search.getUntil()),
                search.getKind() == null
                        ? null
                        : InvoiceKind.valueOf(search.getKind().name()),
                toSet(search.getStatus(), InvoiceStatus::valueOf),
                isTrue(search.isOverdueOnly()),
                toItem(search.getItem()),
                search.getCustomerReference(),
                search.getMinGross(),
                search.getMaxGross(),
                search.getAsOf());
    }

    static ShipmentFilter toFilter(ShipmentSearchType search, String dataset) {
        return new ShipmentFilter(
                new DateRange(search.getFrom(), search.getUntil()),
                toSet(search.getStatus(), ShipmentStatus::valueOf),
                search.getOrder() == null ? null : new OrderId(dataset, search.getOrder()),
                toItem(search.getItem()));
    }

    static ReturnFilter toFilter(ReturnSearchType search) {
        return new ReturnFilter(
                new DateRange(search.getFrom(), search.getUntil()),
                toSet(search.getState(), ReturnState::valueOf),
                toItem(search.getItem()));
    }

    static InvoiceId toInvoice(InvoiceQueryType query, String dataset) {
        return toDocumentId(query.getInvoice(), InvoiceId::new, dataset, "invoice");
    }

    static ShipmentId toShipment(ProofQueryType query, String dataset) {
        return toDocumentId(query.getShipment(), ShipmentId::new, dataset, "shipment");
    }

    /** Of an optional element whose absence means no. */
    static boolean isTrue(Boolean element) {
        return Boolean.TRUE.equals(element);
    }

    // Answers

    static PurchaseListType toPurchaseList(Answer<PurchaseHistory<Purchase>> answer, String dataset) {
        PurchaseListType wire = new PurchaseListType();
        Page<Purchase> page = answer.value().page();
        page.entries().stream().map(HistoryMapper::toPurchase).forEach(wire.getPurchase()::add);
        toTotals(answer.value().totals()).forEach(wire.getTotal()::add);
        wire.setPage(toPageInfo(page));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static PurchaseLineListType toPurchaseLineList(Answer<PurchaseHistory<PurchaseLine>> answer, String dataset) {
        PurchaseLineListType wire = new PurchaseLineListType();
        Page<PurchaseLine> page = answer.value().page();
        page.entries().stream().map(HistoryMapper::toPurchaseLine).forEach(wire.getLine()::add);
        toTotals(answer.value().totals()).forEach(wire.getTotal()::add);
        wire.setPage(toPageInfo(page));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static InvoiceListType toInvoiceList(Answer<Page<Invoice>> answer, String dataset) {
        InvoiceListType wire = new InvoiceListType();
        answer.value().entries().stream().map(HistoryMapper::toSummary).forEach(wire.getInvoice()::add);
        wire.setPage(toPageInfo(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static InvoiceAnswerType toInvoiceAnswer(Answer<InvoiceDocument> answer, String dataset) {
        InvoiceAnswerType wire = new InvoiceAnswerType();
        wire.setInvoice(toRecord(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static ShipmentListType toShipmentList(Answer<Page<Shipment>> answer, String dataset) {
        ShipmentListType wire = new ShipmentListType();
        answer.value().entries().stream().map(HistoryMapper::toShipment).forEach(wire.getShipment()::add);
        wire.setPage(toPageInfo(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static ProofAnswerType toProofAnswer(Answer<ProofOfDelivery> answer, String dataset) {
        ProofAnswerType wire = new ProofAnswerType();
        wire.setProof(toProof(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static ReturnListType toReturnList(Answer<Page<Return>> answer, String dataset) {
        ReturnListType wire = new ReturnListType();
        answer.value().entries().stream().map(HistoryMapper::toReturn).forEach(wire.getEntry()::add);
        wire.setPage(toPageInfo(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    private static PurchasedItemType toPurchase(Purchase purchase) {
        PurchaseLine last = purchase.last();
        PurchasedItemType wire = new PurchasedItemType();
        wire.setAccount(toWire(purchase.account()));
        wire.setItem(purchase.item().value());
        wire.setName(purchase.name());
        wire.setDescription(last.description());
        wire.setQuantity(toWireQuantity(purchase.quantity().value()));
        wire.setUnit(purchase.quantity().unit());
        wire.setCurrency(purchase.currency().getCurrencyCode());
        wire.setAverageUnitPrice(purchase.averagePrice());
        wire.setLastUnitPrice(last.unitPrice());
        wire.setLastPriceQuantity(toWireQuantity(last.priceBase()));
        wire.setLastUnit(last.quantity().unit());
        wire.setLastDiscountPercent(last.discountPercent());
        wire.setDiscount(purchase.discount());
        wire.setDiscountPercent(purchase.discountPercent());
        wire.setNetValue(purchase.net());
        wire.setNumberOfOrders(purchase.orders());
        wire.setFirstPurchaseDate(purchase.firstDate());
        wire.setLastPurchaseDate(last.date());
        wire.setLastOrder(toOrderRef(last.order()));
        return wire;
    }

    private static PurchasedLineType toPurchaseLine(PurchaseLine line) {
        PurchasedLineType wire = new PurchasedLineType();
        wire.setAccount(toWire(line.account()));
        wire.setOrder(toOrderRef(line.order()));
        wire.setNumber(line.number());
        wire.setOrderDate(line.date());
        wire.setCustomerReference(line.customerReference());
        wire.setItem(line.item().value());
        wire.setName(line.name());
        wire.setDescription(line.description());
        wire.setQuantity(toWireQuantity(line.quantity().value()));
        wire.setUnit(line.quantity().unit());
        wire.setCurrency(line.currency().getCurrencyCode());
        wire.setListPrice(line.listPrice());
        wire.setUnitPrice(line.unitPrice());
        wire.setPriceQuantity(toWireQuantity(line.priceBase()));
        wire.setDiscountPercent(line.discountPercent());
        wire.setNet(line.net());
        return wire;
    }

    private static List<PurchaseTotalType> toTotals(List<PurchaseTotal> totals) {
        return totals == null
                ? List.of()
                : totals.stream().map(HistoryMapper::toTotal).toList();
    }

    private static PurchaseTotalType toTotal(PurchaseTotal total) {
        PurchaseTotalType wire = new PurchaseTotalType();
        wire.setCurrency(total.currency().getCurrencyCode());
        wire.setNumberOfOrders(total.orders());
        wire.setNumberOfLines(total.lines());
        wire.setListValue(total.listValue());
        wire.setDiscount(total.discount());
        wire.setNetValue(total.net());
        return wire;
    }

    private static InvoiceSummaryType toSummary(Invoice invoice) {
        InvoiceSummaryType wire = new InvoiceSummaryType();
        wire.setRef(toInvoiceRef(invoice.id()));
        wire.setAccount(toWire(invoice.account()));
        wire.setKind(InvoiceKindType.valueOf(invoice.kind().name()));
        wire.setInvoiceDate(invoice.date());
        wire.setDueDate(invoice.dueDate());
        wire.setCustomerReference(invoice.customerReference());
        wire.setOrder(toOrderRef(invoice.order()));
        wire.setCurrency(invoice.currency().getCurrencyCode());
        wire.setNet(invoice.net());
        wire.setTax(invoice.tax());
        wire.setGross(invoice.gross());
        wire.setPaid(invoice.settlement().paid());
        wire.setCredited(invoice.settlement().credited());
        wire.setOutstanding(invoice.outstanding());
        wire.setStatus(InvoiceStatusType.valueOf(invoice.status().name()));
        wire.setDaysOverdue(invoice.daysOverdue());
        wire.setAsOf(invoice.asOf());
        return wire;
    }

    private static InvoiceRecordType toRecord(InvoiceDocument invoice) {
        InvoiceRecordType wire = new InvoiceRecordType();
        wire.setSummary(toSummary(invoice.header()));
        wire.setPaymentTerms(invoice.paymentTerms());
        wire.setCorrects(toInvoiceRef(invoice.corrects()));
        invoice.lines().stream().map(HistoryMapper::toLine).forEach(wire.getLine()::add);
        invoice.taxes().stream().map(CommonMapper::toWire).forEach(wire.getTax()::add);
        wire.setTotals(toWire(invoice.totals()));
        invoice.payments().stream().map(HistoryMapper::toPayment).forEach(wire.getPayment()::add);
        invoice.credits().stream().map(HistoryMapper::toCreditNote).forEach(wire.getCreditNote()::add);
        return wire;
    }

    private static InvoicedLineType toLine(InvoiceLine line) {
        InvoicedLineType wire = new InvoicedLineType();
        wire.setNumber(line.number());
        wire.setOrderLine(line.orderLine());
        wire.setItem(line.item() == null ? null : line.item().value());
        wire.setDescription(line.description());
        wire.setQuantity(toWireQuantity(line.quantity().value()));
        wire.setUnit(line.quantity().unit());
        wire.setUnitPrice(line.unitPrice());
        wire.setPriceQuantity(toWireQuantity(line.priceBase()));
        wire.setDiscountPercent(line.discountPercent());
        wire.setNet(line.net());
        wire.setTaxCategory(TaxCategoryType.valueOf(line.taxCategory().name()));
        wire.setTaxRatePercent(line.taxPercent());
        return wire;
    }

    private static PaymentReceivedType toPayment(Payment payment) {
        PaymentReceivedType wire = new PaymentReceivedType();
        wire.setReceivedOn(payment.date());
        wire.setAmount(payment.amount());
        wire.setMethod(payment.method());
        wire.setReference(payment.reference());
        return wire;
    }

    private static CreditNoteType toCreditNote(Credit credit) {
        CreditNoteType wire = new CreditNoteType();
        wire.setRef(toInvoiceRef(credit.document()));
        wire.setInvoiceDate(credit.date());
        wire.setAmount(credit.amount());
        return wire;
    }

    private static ShipmentRecordType toShipment(Shipment shipment) {
        ShipmentRecordType wire = new ShipmentRecordType();
        wire.setRef(toDocumentRef(shipment.id().dataset(), shipment.id().value()));
        wire.setAccount(toWire(shipment.account()));
        wire.setOrder(toOrderRef(shipment.order()));
        wire.setShipmentDate(shipment.date());
        wire.setStatus(ShipmentStatusType.valueOf(shipment.status().name()));
        wire.setCarrier(shipment.carrier());
        wire.setConsignment(shipment.consignment());
        wire.setTrackingUrl(shipment.trackingUrl());
        wire.setDeliverTo(toWire(shipment.deliverTo()));
        wire.setDeliveryDate(shipment.deliveredOn());
        wire.setProofAvailable(shipment.proofAvailable());
        shipment.lines().stream().map(HistoryMapper::toLine).forEach(wire.getLine()::add);
        return wire;
    }

    private static ShippedLineType toLine(ShipmentLine line) {
        ShippedLineType wire = new ShippedLineType();
        wire.setNumber(line.number());
        wire.setOrderLine(line.orderLine());
        wire.setItem(line.item().value());
        wire.setDescription(line.description());
        wire.setQuantity(toWireQuantity(line.quantity().value()));
        wire.setUnit(line.quantity().unit());
        return wire;
    }

    private static ProofRecordType toProof(ProofOfDelivery proof) {
        ProofRecordType wire = new ProofRecordType();
        wire.setShipment(
                toDocumentRef(proof.shipment().dataset(), proof.shipment().value()));
        wire.setAccount(toWire(proof.account()));
        wire.setSignedBy(proof.signedBy());
        wire.setSignedAt(proof.signedAt());
        wire.setPlace(proof.place());
        wire.setDocument(toContent(proof.document()));
        return wire;
    }

    private static DocumentContentType toContent(Attachment document) {
        DocumentContentType wire = new DocumentContentType();
        wire.setFileName(document.fileName());
        wire.setMediaType(document.mediaType());
        wire.setSize(document.size());
        wire.setSha256(document.sha256());
        wire.setContent(document.content());
        return wire;
    }

    private static ReturnRecordType toReturn(Return returned) {
        ReturnRecordType wire = new ReturnRecordType();
        wire.setRef(toDocumentRef(returned.id().dataset(), returned.id().value()));
        wire.setAccount(toWire(returned.account()));
        wire.setRequestDate(returned.date());
        wire.setState(ReturnStateType.valueOf(returned.state().name()));
        wire.setOrder(toOrderRef(returned.order()));
        returned.creditNotes().stream().map(HistoryMapper::toInvoiceRef).forEach(wire.getCreditNote()::add);
        returned.lines().stream().map(HistoryMapper::toLine).forEach(wire.getLine()::add);
        return wire;
    }

    private static ReturnedLineType toLine(ReturnLine line) {
        ReturnedLineType wire = new ReturnedLineType();
        wire.setNumber(line.number());
        wire.setOrderLine(line.orderLine());
        wire.setItem(line.item().value());
        wire.setDescription(line.description());
        wire.setQuantity(toWireQuantity(line.quantity().value()));
        wire.setUnit(line.quantity().unit());
        wire.setReasonCode(line.reasonCode());
        wire.setReason(line.reason());
        return wire;
    }

    private static DocumentRefType toOrderRef(OrderId order) {
        return order == null ? null : toDocumentRef(order.dataset(), order.value());
    }

    private static DocumentRefType toInvoiceRef(InvoiceId invoice) {
        return invoice == null ? null : toDocumentRef(invoice.dataset(), invoice.value());
    }

    private static ItemId toItem(String item) {
        return item == null ? null : new ItemId(item);
    }

    private static <E extends Enum<E>> Set<E> toSet(Collection<? extends Enum<?>> elements, Function<String, E> value) {
        return elements.stream().map(Enum::name).map(value).collect(Collectors.toUnmodifiableSet());
    }
}
