package org.throughline.endpoint.account.v1;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.throughline.endpoint.common.v1.FromBody;
import org.throughline.endpoint.common.v1.FromQuery;
import org.throughline.wire.account.v1.AccountAnswerType;
import org.throughline.wire.account.v1.AccountListType;
import org.throughline.wire.account.v1.AccountQueryType;
import org.throughline.wire.account.v1.AccountRecordType;
import org.throughline.wire.account.v1.AccountSearchType;
import org.throughline.wire.account.v1.AccountUpdateType;
import org.throughline.wire.account.v1.CompanyLinksType;
import org.throughline.wire.account.v1.CompanyOverviewType;
import org.throughline.wire.account.v1.CreatedAccountType;
import org.throughline.wire.account.v1.CreditAnswerType;
import org.throughline.wire.account.v1.CreditQueryType;
import org.throughline.wire.account.v1.LinkAnswerType;
import org.throughline.wire.account.v1.LinkListType;
import org.throughline.wire.account.v1.LinkRequestType;
import org.throughline.wire.account.v1.LinkSearchType;
import org.throughline.wire.account.v1.NewAccountType;
import org.throughline.wire.account.v1.OverviewQueryType;
import org.throughline.wire.account.v1.UnlinkRequestType;
import org.throughline.wire.common.v1.PingRequestType;
import org.throughline.wire.common.v1.ServiceInfoType;

/** The account service over REST: other ways to the same operations. An account's ETag is its version. */
@RestController
@RequestMapping("/api/v1")
class AccountRestResource {

    private final AccountSoapEndpoint service;

    AccountRestResource(AccountSoapEndpoint service) {
        this.service = service;
    }

    @GetMapping("/account/ping")
    ServiceInfoType ping() {
        return service.ping(new PingRequestType());
    }

    @GetMapping("/accounts")
    AccountListType findAccounts(@FromQuery AccountSearchType request) {
        return service.findAccounts(request);
    }

    @GetMapping("/accounts/{id}")
    ResponseEntity<AccountAnswerType> getAccount(@FromQuery(path = "id=account.id") AccountQueryType request) {
        return tagged(service.getAccount(request));
    }

    @PostMapping("/accounts")
    ResponseEntity<CreatedAccountType> createAccount(@FromBody(idempotencyKey = "requestId") NewAccountType request) {
        CreatedAccountType created = service.createAccount(request);
        AccountRecordType account = created.getAccount();
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(UriComponentsBuilder.fromPath("/api/v1/accounts/{id}")
                        .encode()
                        .build(account.getRef().getId()))
                .eTag(tag(account))
                .body(created);
    }

    @PatchMapping("/accounts/{id}")
    ResponseEntity<AccountAnswerType> updateAccount(
            @FromBody(path = "id=account.id", ifMatch = "expectedVersion") AccountUpdateType request) {
        return tagged(service.updateAccount(request));
    }

    @GetMapping("/accounts/{id}/credit")
    CreditAnswerType getCreditStatusOfAccount(@FromQuery(path = "id=customer.account.id") CreditQueryType request) {
        return service.getCreditStatus(request);
    }

    @PostMapping("/account/credit")
    CreditAnswerType getCreditStatus(@RequestBody CreditQueryType request) {
        return service.getCreditStatus(request);
    }

    @GetMapping("/companies/{crmSystem}/{companyId}/credit")
    CreditAnswerType getCreditStatusOfCompany(
            @FromQuery(path = {"crmSystem=customer.company.crmSystem", "companyId=customer.company.companyId"})
                    CreditQueryType request) {
        return service.getCreditStatus(request);
    }

    @GetMapping("/links")
    LinkListType findLinks(@FromQuery LinkSearchType request) {
        return service.findLinks(request);
    }

    @PostMapping("/links")
    LinkAnswerType linkAccount(@RequestBody LinkRequestType request) {
        return service.linkAccount(request);
    }

    @DeleteMapping("/links")
    CompanyLinksType unlinkAccount(@FromQuery UnlinkRequestType request) {
        return service.unlinkAccount(request);
    }

    @GetMapping("/companies/{crmSystem}/{companyId}/overview")
    CompanyOverviewType getCompanyOverview(
            @FromQuery(path = {"crmSystem=company.crmSystem", "companyId=company.companyId"})
                    OverviewQueryType request) {
        return service.getCompanyOverview(request);
    }

    private static ResponseEntity<AccountAnswerType> tagged(AccountAnswerType answer) {
        return ResponseEntity.ok().eTag(tag(answer.getAccount())).body(answer);
    }

    private static String tag(AccountRecordType account) {
        return "\"" + account.getVersion() + "\"";
    }
}
