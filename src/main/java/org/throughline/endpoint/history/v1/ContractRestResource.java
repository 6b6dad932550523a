package org.throughline.endpoint.history.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toMaxAge;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageRequest;
import static org.throughline.endpoint.history.v1.ContractMapper.toContract;
import static org.throughline.endpoint.history.v1.ContractMapper.toContractAnswer;
import static org.throughline.endpoint.history.v1.ContractMapper.toContractList;
import static org.throughline.endpoint.history.v1.ContractMapper.toEntitlementAnswer;
import static org.throughline.endpoint.history.v1.ContractMapper.toFilter;
import static org.throughline.endpoint.history.v1.HistoryMapper.toCustomer;
import static org.throughline.endpoint.history.v1.HistoryMapper.toItem;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.endpoint.common.v1.FromQuery;
import org.throughline.endpoint.common.v1.Tagged;
import org.throughline.history.ContractService;
import org.throughline.shared.Erp;
import org.throughline.wire.history.v1.ContractAnswerType;
import org.throughline.wire.history.v1.ContractListType;
import org.throughline.wire.history.v1.ContractQueryType;
import org.throughline.wire.history.v1.ContractSearchType;
import org.throughline.wire.history.v1.EntitlementAnswerType;
import org.throughline.wire.history.v1.EntitlementQueryType;

/** The service contracts of the history service over REST. */
@RestController
@RequestMapping("/api/v1/history")
class ContractRestResource {

    private final ContractService contracts;
    private final String dataset;

    ContractRestResource(ContractService contracts, Erp erp) {
        this.contracts = contracts;
        this.dataset = erp.dataset();
    }

    @GetMapping("/contracts")
    ContractListType findContracts(@FromQuery ContractSearchType search) {
        return toContractList(
                contracts.find(
                        toCustomer(search.getCustomer(), dataset),
                        toFilter(search),
                        toPageRequest(search.getPaging()),
                        toMaxAge(search.getMaxAgeSeconds())),
                contracts.dayOr(search.getActiveOn()),
                dataset);
    }

    @GetMapping("/contracts/{id}")
    ResponseEntity<ContractAnswerType> getContract(@FromQuery(path = "id=contract.id") ContractQueryType query) {
        ContractAnswerType answer = toContractAnswer(
                contracts.get(toContract(query, dataset), query.getAsOf(), toMaxAge(query.getMaxAgeSeconds())),
                dataset);
        return Tagged.of(answer, answer.getContract());
    }

    @GetMapping("/entitlements")
    EntitlementAnswerType checkEntitlement(@FromQuery EntitlementQueryType query) {
        return toEntitlementAnswer(
                contracts.entitlement(
                        toCustomer(query.getCustomer(), dataset),
                        toItem(query.getItem()),
                        query.getOn(),
                        toMaxAge(query.getMaxAgeSeconds())),
                dataset);
    }
}
