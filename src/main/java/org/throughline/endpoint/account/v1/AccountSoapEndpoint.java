package org.throughline.endpoint.account.v1;

import org.springframework.stereotype.Component;
import org.throughline.endpoint.common.v1.ServiceInfos;
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

    private final ServiceInfos infos;

    AccountSoapEndpoint(ServiceInfos infos) {
        this.infos = infos;
    }

    @Override
    public ServiceInfoType ping(PingRequestType request) {
        return infos.of("account");
    }

    @Override
    public AccountListType findAccounts(AccountSearchType request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AccountAnswerType getAccount(AccountQueryType request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CreatedAccountType createAccount(NewAccountType request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AccountAnswerType updateAccount(AccountUpdateType request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CreditAnswerType getCreditStatus(CreditQueryType request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LinkAnswerType linkAccount(LinkRequestType request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompanyLinksType unlinkAccount(UnlinkRequestType request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LinkListType findLinks(LinkSearchType request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompanyOverviewType getCompanyOverview(OverviewQueryType request) {
        throw new UnsupportedOperationException();
    }
}
