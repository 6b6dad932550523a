package org.throughline.endpoint.account.v1;

import org.springframework.stereotype.Component;
import org.throughline.endpoint.common.v1.ServiceInfos;
import org.throughline.wire.account.v1.Account;
import org.throughline.wire.account.v1.AccountAnswerType;
import org.throughline.wire.account.v1.AccountQueryType;
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
    public AccountAnswerType getAccount(AccountQueryType request) {
        throw new UnsupportedOperationException();
    }
}
