package org.throughline.endpoint.account.v1;

import static java.util.Optional.ofNullable;
import static org.throughline.endpoint.common.v1.CommonMapper.toCurrency;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.common.v1.CommonMapper.toWireQuantity;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.throughline.account.AgedBalances;
import org.throughline.account.BasketVerdict;
import org.throughline.account.CountedDocument;
import org.throughline.account.CreditReport;
import org.throughline.account.CreditStatus;
import org.throughline.account.CreditVerdict;
import org.throughline.account.OpenDocument;
import org.throughline.account.Proposal;
import org.throughline.account.Release;
import org.throughline.endpoint.common.v1.CommonMapper;
import org.throughline.shared.Answer;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.Money;
import org.throughline.shared.ServiceFault;
import org.throughline.wire.account.v1.AgeingType;
import org.throughline.wire.account.v1.BasketLineInputType;
import org.throughline.wire.account.v1.BasketLineRecordType;
import org.throughline.wire.account.v1.CreditAnswerType;
import org.throughline.wire.account.v1.CreditCheckType;
import org.throughline.wire.account.v1.CreditObjectionType;
import org.throughline.wire.account.v1.CreditQueryType;
import org.throughline.wire.account.v1.CreditRecordType;
import org.throughline.wire.account.v1.OpenDocumentKindType;
import org.throughline.wire.account.v1.OpenDocumentRecordType;
import org.throughline.wire.account.v1.ReleasePaymentRecordType;
import org.throughline.wire.account.v1.ReleaseRecordType;

/** Between the types of urn:throughline:account:v1 and credit. */
final class CreditMapper {

    private static final int USUAL_DOCUMENTS = 100;

    private CreditMapper() {}

    /** @throws ServiceFault INVALID_VALUE when an amount and a basket are proposed */
    static Proposal toProposal(CreditQueryType query) {
        Optional<Currency> currency = ofNullable(toCurrency(query.getProposedCurrency(), "proposedCurrency"));
        if (query.getProposedAmount() != null && query.getBasket() != null) {
            throw new ServiceFault(
                    ErrorCode.INVALID_VALUE.at("basket", "Propose an amount or a basket, not both at once."));
        }
        if (query.getBasket() != null) {
            return new Proposal.Basket(
                    currency,
                    query.getBasket().getLine().stream()
                            .map(CreditMapper::toLine)
                            .toList());
        }
        return query.getProposedAmount() == null
                ? new Proposal.Nothing()
                : new Proposal.Amount(query.getProposedAmount(), currency);
    }

    private static Proposal.Line toLine(BasketLineInputType line) {
        return new Proposal.Line(new ItemId(line.getItem()), line.getQuantity(), line.getUnit());
    }

    /** @param documents how many to list for each account; null for the usual number */
    static CreditAnswerType toCreditAnswer(Answer<List<CreditReport>> answer, Integer documents, String dataset) {
        CreditAnswerType wire = new CreditAnswerType();
        int listed = documents == null ? USUAL_DOCUMENTS : documents;
        answer.value().forEach(report -> wire.getCredit().add(toRecord(report, listed)));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    /** Without its documents. */
    static CreditRecordType toRecord(CreditStatus status) {
        return toRecord(new CreditReport(status, Optional.empty(), Optional.empty()), 0);
    }

    private static CreditRecordType toRecord(CreditReport report, int documents) {
        CreditStatus status = report.status();
        CreditRecordType wire = new CreditRecordType();
        wire.setAccount(toWire(status.account()));
        wire.setCurrency(status.currency().getCurrencyCode());
        wire.setAsOf(status.asOf());
        wire.setOnHold(status.onHold());
        wire.setLimit(status.limit().orElse(null));
        wire.setTolerance(status.tolerance());
        wire.setOpenInvoices(status.openInvoices());
        wire.setOverdue(status.overdue());
        wire.setAgeing(toRecord(status.invoices()));
        wire.setUninvoicedDeliveries(status.uninvoicedDeliveries());
        wire.setOpenOrders(status.openOrders());
        wire.setUnallocatedCash(status.unallocatedCash());
        wire.setNotCounted(status.notCounted());
        wire.setExposure(status.exposure());
        wire.setHeadroom(status.headroom().orElse(null));
        report.verdict().ifPresent(verdict -> wire.setCheck(toRecord(verdict, report.basket())));
        addDocuments(wire, status, documents);
        return wire;
    }

    private static void addDocuments(CreditRecordType wire, CreditStatus status, int documents) {
        List<CountedDocument> all = status.documents();
        int listed = Math.min(documents, all.size());
        all.subList(0, listed).forEach(each -> wire.getDocument().add(toRecord(each)));
        wire.setDocumentsLeftOut(all.size() - listed);
        wire.setCountedLeftOut(all.subList(listed, all.size()).stream()
                .map(CountedDocument::counted)
                .reduce(Money.zero(status.currency()).amount(), BigDecimal::add));
        wire.setOrdersWithoutTax(status.ordersWithTax() ? null : Boolean.TRUE);
    }

    private static OpenDocumentRecordType toRecord(CountedDocument counted) {
        OpenDocument document = counted.document();
        OpenDocumentRecordType wire = new OpenDocumentRecordType();
        wire.setKind(OpenDocumentKindType.valueOf(document.kind().name()));
        wire.setId(document.id());
        wire.setDate(document.date());
        wire.setDueDate(document.dueOn());
        wire.setDaysOverdue((int) counted.daysOverdue());
        wire.setCurrency(document.currency().getCurrencyCode());
        wire.setAmount(document.amount());
        wire.setCountedAmount(counted.counted());
        wire.setBlocks(counted.blocks());
        return wire;
    }

    private static AgeingType toRecord(AgedBalances balances) {
        AgeingType wire = new AgeingType();
        wire.setCurrent(balances.current());
        wire.setDays1To30(balances.days1To30());
        wire.setDays31To60(balances.days31To60());
        wire.setDays61To90(balances.days61To90());
        wire.setOver90(balances.over90());
        return wire;
    }

    private static CreditCheckType toRecord(CreditVerdict verdict, Optional<BasketVerdict> basket) {
        CreditCheckType wire = new CreditCheckType();
        wire.setPasses(verdict.passes());
        verdict.objections().stream()
                .map(objection -> CreditObjectionType.valueOf(objection.name()))
                .forEach(wire.getObjection()::add);
        wire.setProposedAmount(verdict.proposed().amount());
        wire.setProposedCurrency(verdict.proposed().currency().getCurrencyCode());
        wire.setRate(toWireQuantity(verdict.rate()));
        wire.setNeededAmount(verdict.needed().amount());
        wire.setLargestAmount(verdict.largest().map(Money::amount).orElse(null));
        basket.ifPresent(
                found -> found.lines().forEach(line -> wire.getBasketLine().add(toRecord(line))));
        verdict.release().map(CreditMapper::toRecord).ifPresent(wire::setRelease);
        return wire;
    }

    private static BasketLineRecordType toRecord(BasketVerdict.Line line) {
        BasketLineRecordType wire = new BasketLineRecordType();
        wire.setItem(line.item().value());
        wire.setUnit(line.unit());
        wire.setQuantity(toWireQuantity(line.quantity()));
        wire.setLargestQuantity(line.largest().map(CommonMapper::toWireQuantity).orElse(null));
        wire.setLargestTogether(toWireQuantity(line.largestTogether()));
        return wire;
    }

    private static ReleaseRecordType toRecord(Release release) {
        ReleaseRecordType wire = new ReleaseRecordType();
        wire.setAmount(release.amount());
        release.payments().forEach(payment -> wire.getPayment().add(toRecord(payment)));
        wire.setInAdvance(release.inAdvance());
        return wire;
    }

    private static ReleasePaymentRecordType toRecord(Release.Payment payment) {
        ReleasePaymentRecordType wire = new ReleasePaymentRecordType();
        wire.setInvoice(payment.invoice().id());
        wire.setDueDate(payment.invoice().dueOn());
        wire.setAmount(payment.amount());
        return wire;
    }
}
