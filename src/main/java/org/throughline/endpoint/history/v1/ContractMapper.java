package org.throughline.endpoint.history.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentId;
import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageInfo;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.history.v1.HistoryMapper.toItem;

import java.time.LocalDate;
import java.util.Map;
import org.throughline.history.ContractDocument;
import org.throughline.history.ContractFigures;
import org.throughline.history.ContractFilter;
import org.throughline.history.Coverage;
import org.throughline.history.CoveringContract;
import org.throughline.history.Entitlement;
import org.throughline.history.ServiceContract;
import org.throughline.shared.Answer;
import org.throughline.shared.ContractId;
import org.throughline.shared.Money;
import org.throughline.shared.Page;
import org.throughline.wire.history.v1.ContractAnswerType;
import org.throughline.wire.history.v1.ContractCostType;
import org.throughline.wire.history.v1.ContractCoverageType;
import org.throughline.wire.history.v1.ContractFiguresType;
import org.throughline.wire.history.v1.ContractListType;
import org.throughline.wire.history.v1.ContractQueryType;
import org.throughline.wire.history.v1.ContractRecordType;
import org.throughline.wire.history.v1.ContractSearchType;
import org.throughline.wire.history.v1.ContractStateType;
import org.throughline.wire.history.v1.ContractSummaryType;
import org.throughline.wire.history.v1.CostKindType;
import org.throughline.wire.history.v1.CoverageExtentType;
import org.throughline.wire.history.v1.CoveringContractType;
import org.throughline.wire.history.v1.EntitlementAnswerType;
import org.throughline.wire.history.v1.EntitlementVerdictType;

/** Between the service contracts of urn:throughline:history:v1 and those of the history capability. */
final class ContractMapper {

    private ContractMapper() {}

    static ContractFilter toFilter(ContractSearchType search) {
        return new ContractFilter(search.getActiveOn(), toItem(search.getItem()));
    }

    static ContractId toContract(ContractQueryType query, String dataset) {
        return toDocumentId(query.getContract(), ContractId::new, dataset, "contract");
    }

    /** @param day of the states */
    static ContractListType toContractList(Answer<Page<ServiceContract>> answer, LocalDate day, String dataset) {
        ContractListType wire = new ContractListType();
        answer.value().entries().stream()
                .map(contract -> toSummary(contract, day))
                .forEach(wire.getContract()::add);
        wire.setPage(toPageInfo(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static ContractAnswerType toContractAnswer(Answer<ContractDocument> answer, String dataset) {
        ContractAnswerType wire = new ContractAnswerType();
        wire.setContract(toRecord(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static EntitlementAnswerType toEntitlementAnswer(Answer<Entitlement> answer, String dataset) {
        Entitlement entitlement = answer.value();
        EntitlementAnswerType wire = new EntitlementAnswerType();
        wire.setCovered(entitlement.verdict() == Entitlement.Verdict.COVERED);
        wire.setVerdict(EntitlementVerdictType.valueOf(entitlement.verdict().name()));
        wire.setOn(entitlement.day());
        entitlement.covering().stream()
                .map(covering -> toCovering(covering, entitlement.day()))
                .forEach(wire.getCovering()::add);
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    private static ContractSummaryType toSummary(ServiceContract contract, LocalDate day) {
        ContractSummaryType wire = new ContractSummaryType();
        wire.setRef(toDocumentRef(contract.id().dataset(), contract.id().value()));
        wire.setAccount(toWire(contract.account()));
        wire.setDescription(contract.description());
        wire.setStartDate(contract.startsOn());
        wire.setEndDate(contract.endsOn());
        wire.setRenews(contract.renews());
        wire.setState(ContractStateType.valueOf(contract.state(day).name()));
        wire.setAsOf(day);
        wire.setCurrency(contract.annualValue().currency().getCurrencyCode());
        wire.setAnnualValue(contract.annualValue().amount());
        return wire;
    }

    private static ContractRecordType toRecord(ContractDocument document) {
        ContractRecordType wire = new ContractRecordType();
        wire.setSummary(toSummary(document.contract(), document.figures().asOf()));
        document.coverages().stream().map(ContractMapper::toCoverage).forEach(wire.getCoverage()::add);
        wire.setFigures(toFigures(document.figures()));
        return wire;
    }

    private static ContractCoverageType toCoverage(Coverage coverage) {
        ContractCoverageType wire = new ContractCoverageType();
        wire.setNumber(coverage.number());
        wire.setItem(coverage.item() == null ? null : coverage.item().value());
        wire.setItemGroup(coverage.itemGroup());
        wire.setExtent(CoverageExtentType.valueOf(coverage.extent().name()));
        wire.setFrom(coverage.from());
        wire.setUntil(coverage.until());
        return wire;
    }

    private static ContractFiguresType toFigures(ContractFigures figures) {
        ContractFiguresType wire = new ContractFiguresType();
        wire.setAsOf(figures.asOf());
        wire.setEarned(figures.earned().amount());
        wire.setBilled(figures.billed().amount());
        wire.setCost(figures.cost().amount());
        wire.setResult(figures.result().amount());
        wire.setResultPercent(figures.resultPercent());
        wire.setNumberOfCases(figures.cases());
        figures.costs().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(cost -> toCost(cost.getKey(), cost.getValue()))
                .forEach(wire.getCostOfKind()::add);
        return wire;
    }

    private static ContractCostType toCost(ContractFigures.CostKind kind, Money amount) {
        ContractCostType wire = new ContractCostType();
        wire.setKind(CostKindType.valueOf(kind.name()));
        wire.setAmount(amount.amount());
        return wire;
    }

    private static CoveringContractType toCovering(CoveringContract covering, LocalDate day) {
        CoveringContractType wire = new CoveringContractType();
        wire.setContract(toSummary(covering.contract(), day));
        wire.setCoverage(toCoverage(covering.coverage()));
        wire.setRenewed(covering.contract().isRenewed(day));
        return wire;
    }
}
