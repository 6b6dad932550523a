package org.throughline.endpoint.history.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentId;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageInfo;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.common.v1.CommonMapper.toWireQuantity;
import static org.throughline.endpoint.history.v1.HistoryMapper.isTrue;
import static org.throughline.endpoint.history.v1.HistoryMapper.toAmounts;
import static org.throughline.endpoint.history.v1.HistoryMapper.toInvoiceRef;
import static org.throughline.endpoint.history.v1.HistoryMapper.toItem;
import static org.throughline.endpoint.history.v1.HistoryMapper.toOrder;
import static org.throughline.endpoint.history.v1.HistoryMapper.toOrderRef;
import static org.throughline.endpoint.history.v1.HistoryMapper.toSet;

import java.util.List;
import org.throughline.endpoint.common.v1.CommonMapper;
import org.throughline.history.AgeBucket;
import org.throughline.history.AgedInvoices;
import org.throughline.history.Aging;
import org.throughline.history.Credit;
import org.throughline.history.DateRange;
import org.throughline.history.Invoice;
import org.throughline.history.InvoiceDocument;
import org.throughline.history.InvoiceFilter;
import org.throughline.history.InvoiceKind;
import org.throughline.history.InvoiceLine;
import org.throughline.history.InvoiceStatus;
import org.throughline.history.InvoiceTotal;
import org.throughline.history.Listing;
import org.throughline.history.Payment;
import org.throughline.shared.Answer;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.Page;
import org.throughline.wire.common.v1.TaxCategoryType;
import org.throughline.wire.history.v1.AgeBucketType;
import org.throughline.wire.history.v1.AgedInvoicesType;
import org.throughline.wire.history.v1.AgingAnswerType;
import org.throughline.wire.history.v1.CreditNoteType;
import org.throughline.wire.history.v1.InvoiceAnswerType;
import org.throughline.wire.history.v1.InvoiceKindType;
import org.throughline.wire.history.v1.InvoiceListType;
import org.throughline.wire.history.v1.InvoiceQueryType;
import org.throughline.wire.history.v1.InvoiceRecordType;
import org.throughline.wire.history.v1.InvoiceSearchType;
import org.throughline.wire.history.v1.InvoiceStatusType;
import org.throughline.wire.history.v1.InvoiceSummaryType;
import org.throughline.wire.history.v1.InvoiceTotalType;
import org.throughline.wire.history.v1.InvoicedLineType;
import org.throughline.wire.history.v1.PaymentReceivedType;

/** Between the invoices of urn:throughline:history:v1 and those of the history capability. */
final class InvoiceMapper {

    private InvoiceMapper() {}

    static InvoiceFilter toFilter(InvoiceSearchType search, String dataset) {
        return new InvoiceFilter(
                new DateRange(search.getFrom(), search.getUntil()),
                search.getKind() == null
                        ? null
                        : InvoiceKind.valueOf(search.getKind().name()),
                toSet(search.getStatus(), InvoiceStatus::valueOf),
                isTrue(search.isOverdueOnly()),
                toItem(search.getItem()),
                toOrder(search.getOrder(), dataset),
                search.getCustomerReference(),
                toAmounts(search.getCurrency(), search.getMinGross(), search.getMaxGross()),
                search.getAsOf());
    }

    static InvoiceId toInvoice(InvoiceQueryType query, String dataset) {
        return toDocumentId(query.getInvoice(), InvoiceId::new, dataset, "invoice");
    }

    static InvoiceListType toInvoiceList(Answer<Listing<Invoice, List<InvoiceTotal>>> answer, String dataset) {
        InvoiceListType wire = new InvoiceListType();
        Page<Invoice> page = answer.value().page();
        page.entries().stream().map(InvoiceMapper::toSummary).forEach(wire.getInvoice()::add);
        if (answer.value().totals() != null) {
            answer.value().totals().stream().map(InvoiceMapper::toTotal).forEach(wire.getTotal()::add);
        }
        wire.setPage(toPageInfo(page));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static AgingAnswerType toAgingAnswer(Answer<Aging> answer, String dataset) {
        AgingAnswerType wire = new AgingAnswerType();
        wire.setAsOf(answer.value().asOf());
        answer.value().entries().stream().map(InvoiceMapper::toAged).forEach(wire.getAged()::add);
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static InvoiceAnswerType toInvoiceAnswer(Answer<InvoiceDocument> answer, String dataset) {
        InvoiceAnswerType wire = new InvoiceAnswerType();
        wire.setInvoice(toRecord(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    private static AgedInvoicesType toAged(AgedInvoices aged) {
        AgedInvoicesType wire = new AgedInvoicesType();
        wire.setAccount(toWire(aged.account()));
        wire.setCurrency(aged.currency().getCurrencyCode());
        wire.setNumberOfInvoices(aged.invoices());
        wire.setOutstanding(aged.total());
        wire.setCurrent(aged.of(AgeBucket.CURRENT));
        wire.setDays1To30(aged.of(AgeBucket.DAYS_1_TO_30));
        wire.setDays31To60(aged.of(AgeBucket.DAYS_31_TO_60));
        wire.setDays61To90(aged.of(AgeBucket.DAYS_61_TO_90));
        wire.setOver90(aged.of(AgeBucket.OVER_90));
        wire.setOverdue(aged.overdue());
        wire.setOpenCredit(aged.openCredit());
        return wire;
    }

    private static InvoiceTotalType toTotal(InvoiceTotal total) {
        InvoiceTotalType wire = new InvoiceTotalType();
        wire.setCurrency(total.currency().getCurrencyCode());
        wire.setKind(InvoiceKindType.valueOf(total.kind().name()));
        wire.setNumberOfDocuments(total.documents());
        wire.setNet(total.net());
        wire.setTax(total.tax());
        wire.setGross(total.gross());
        wire.setOutstanding(total.outstanding());
        return wire;
    }

    private static InvoiceSummaryType toSummary(Invoice invoice) {
        InvoiceSummaryType wire = new InvoiceSummaryType();
        wire.setRef(toInvoiceRef(invoice.id()));
        wire.setNumber(invoice.number());
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
        wire.setAge(invoice.age().map(age -> AgeBucketType.valueOf(age.name())).orElse(null));
        wire.setAsOf(invoice.asOf());
        return wire;
    }

    private static InvoiceRecordType toRecord(InvoiceDocument invoice) {
        InvoiceRecordType wire = new InvoiceRecordType();
        wire.setSummary(toSummary(invoice.header()));
        wire.setPaymentTerms(invoice.paymentTerms());
        wire.setCorrects(toInvoiceRef(invoice.corrects()));
        invoice.lines().stream().map(InvoiceMapper::toLine).forEach(wire.getLine()::add);
        invoice.taxes().stream().map(CommonMapper::toWire).forEach(wire.getTax()::add);
        wire.setTotals(toWire(invoice.totals()));
        invoice.payments().stream().map(InvoiceMapper::toPayment).forEach(wire.getPayment()::add);
        invoice.credits().stream().map(InvoiceMapper::toCreditNote).forEach(wire.getCreditNote()::add);
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
}
