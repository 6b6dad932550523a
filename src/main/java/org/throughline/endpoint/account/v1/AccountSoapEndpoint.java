package org.throughline.endpoint.account.v1;

import static java.util.Optional.ofNullable;
import static org.throughline.endpoint.account.v1.AccountMapper.toAccountAnswer;
import static org.throughline.endpoint.account.v1.AccountMapper.toAccountList;
import static org.throughline.endpoint.account.v1.AccountMapper.toChange;
import static org.throughline.endpoint.account.v1.AccountMapper.toCreatedAccount;
import static org.throughline.endpoint.account.v1.AccountMapper.toDetails;
import static org.throughline.endpoint.account.v1.CreditMapper.toCreditAnswer;
import static org.throughline.endpoint.account.v1.CreditMapper.toProposal;
import static org.throughline.endpoint.account.v1.LinkMapper.toCompanyLink;
import static org.throughline.endpoint.account.v1.LinkMapper.toCompanyLinks;
import static org.throughline.endpoint.account.v1.LinkMapper.toLinkAnswer;
import static org.throughline.endpoint.account.v1.LinkMapper.toLinkList;
import static org.throughline.endpoint.account.v1.LinkMapper.toLinkRequest;
import static org.throughline.endpoint.account.v1.OverviewMapper.toOverview;
import static org.throughline.endpoint.common.v1.CommonMapper.toAccountId;
import static org.throughline.endpoint.common.v1.CommonMapper.toCompanyId;
import static org.throughline.endpoint.common.v1.CommonMapper.toCurrency;
import static org.throughline.endpoint.common.v1.CommonMapper.toCustomerRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toMaxAge;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageRequest;

import org.springframework.stereotype.Component;
import org.throughline.account.AccountService;
import org.throughline.account.CreditService;
import org.throughline.account.LinkService;
import org.throughline.account.OverviewService;
import org.throughline.endpoint.common.v1.ServiceInfos;
import org.throughline.shared.Erp;
import org.throughline.wire.account.v1.Account;
import org.throughline.wire.account.v1.AccountAnswerType;
import org.throughline.wire.account.v1.AccountListType;
import org.throughline.wire.account.v1.AccountQueryType;
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

/** The account service over SOAP. */
@Component
class AccountSoapEndpoint implements Account {

    private final AccountService accounts;
    private final CreditService credits;
    private final LinkService links;
    private final OverviewService overviews;
    private final ServiceInfos infos;
    private final String dataset;

    AccountSoapEndpoint(
            AccountService accounts,
            CreditService credits,
            LinkService links,
            OverviewService overviews,
            ServiceInfos infos,
            Erp erp) {
        this.accounts = accounts;
        this.credits = credits;
        this.links = links;
        this.overviews = overviews;
        this.infos = infos;
        this.dataset = erp.dataset();
    }

    @Override
    public ServiceInfoType ping(PingRequestType request) {
        return infos.of("account");
    }

    @Override
    public AccountListType findAccounts(AccountSearchType request) {
        return toAccountList(
                accounts.find(
                        AccountMapper.toFilter(request),
                        toPageRequest(request.getPaging()),
                        toMaxAge(request.getMaxAgeSeconds())),
                dataset);
    }

    @Override
    public AccountAnswerType getAccount(AccountQueryType request) {
        return toAccountAnswer(
                accounts.get(
                        toAccountId(request.getAccount(), dataset, "account"), toMaxAge(request.getMaxAgeSeconds())),
                dataset);
    }

    @Override
    public CreatedAccountType createAccount(NewAccountType request) {
        return toCreatedAccount(
                accounts.create(
                        request.getRequestId(), toDetails(request, dataset), toCompanyLink(request.getLink(), dataset)),
                dataset);
    }

    @Override
    public AccountAnswerType updateAccount(AccountUpdateType request) {
        return toAccountAnswer(
                accounts.update(
                        toAccountId(request.getAccount(), dataset, "account"),
                        request.getExpectedVersion(),
                        toChange(request, dataset)),
                dataset);
    }

    @Override
    public CreditAnswerType getCreditStatus(CreditQueryType request) {
        return toCreditAnswer(
                credits.status(
                        toCustomerRef(request.getCustomer(), dataset, "customer"),
                        toProposal(request),
                        ofNullable(request.getAsOf()),
                        toMaxAge(request.getMaxAgeSeconds())),
                request.getDocuments(),
                dataset);
    }

    @Override
    public LinkAnswerType linkAccount(LinkRequestType request) {
        return toLinkAnswer(links.link(toLinkRequest(request, dataset)), dataset);
    }

    @Override
    public CompanyLinksType unlinkAccount(UnlinkRequestType request) {
        return toCompanyLinks(
                links.unlink(toCompanyId(request.getCompany()), toAccountId(request.getAccount(), dataset, "account")),
                dataset);
    }

    @Override
    public LinkListType findLinks(LinkSearchType request) {
        return toLinkList(
                links.find(
                        LinkMapper.toFilter(request, dataset),
                        toPageRequest(request.getPaging()),
                        toMaxAge(request.getMaxAgeSeconds())),
                dataset);
    }

    @Override
    public CompanyOverviewType getCompanyOverview(OverviewQueryType request) {
        return toOverview(
                overviews.overview(
                        toCompanyId(request.getCompany()),
                        ofNullable(toCurrency(request.getCurrency(), "currency")),
                        ofNullable(request.getRows()).orElse(OverviewService.DEFAULT_ROWS),
                        toMaxAge(request.getMaxAgeSeconds())),
                dataset);
    }
}
