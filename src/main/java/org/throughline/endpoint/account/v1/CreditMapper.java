package org.throughline.endpoint.account.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.common.v1.CommonMapper.toWireQuantity;

import java.util.List;
import java.util.Optional;
import org.throughline.account.AgedBalances;
import org.throughline.account.CreditReport;
import org.throughline.account.CreditStatus;
import org.throughline.account.CreditVerdict;
import org.throughline.shared.Answer;
import org.throughline.shared.Money;
import org.throughline.wire.account.v1.AgeingType;
import org.throughline.wire.account.v1.CreditAnswerType;
import org.throughline.wire.account.v1.CreditCheckType;
import org.throughline.wire.account.v1.CreditObjectionType;
import org.throughline.wire.account.v1.CreditRecordType;

/** Between the types of urn:throughline:account:v1 and credit. */
final class CreditMapper {

    private CreditMapper() {}

    static CreditAnswerType toCreditAnswer(Answer<List<CreditReport>> answer, String dataset) {
        CreditAnswerType wire = new CreditAnswerType();
        answer.value().stream().map(CreditMapper::toRecord).forEach(wire.getCredit()::add);
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static CreditRecordType toRecord(CreditStatus status) {
        return toRecord(new CreditReport(status, Optional.empty()));
    }

    private static CreditRecordType toRecord(CreditReport report) {
        CreditStatus status = report.status();
        CreditRecordType wire = new CreditRecordType();
        wire.setAccount(toWire(status.account()));
        wire.setCurrency(status.currency().getCurrencyCode());
        wire.setAsOf(status.asOf());
        wire.setOnHold(status.onHold());
        wire.setLimit(status.limit().orElse(null));
        wire.setOpenInvoices(status.openInvoices());
        wire.setOverdue(status.overdue());
        wire.setAgeing(toRecord(status.invoices()));
        wire.setUninvoicedDeliveries(status.uninvoicedDeliveries());
        wire.setOpenOrders(status.openOrders());
        wire.setUnallocatedCash(status.unallocatedCash());
        wire.setExposure(status.exposure());
        wire.setHeadroom(status.headroom().orElse(null));
        report.verdict().map(CreditMapper::toRecord).ifPresent(wire::setCheck);
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

    private static CreditCheckType toRecord(CreditVerdict verdict) {
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
        return wire;
    }
}
