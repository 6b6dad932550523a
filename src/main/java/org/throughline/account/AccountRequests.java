package org.throughline.account;

import java.util.Optional;
import org.throughline.shared.AccountId;

/** Our own durable record of requests to create accounts, so that none is done twice. */
public interface AccountRequests {

    /**
     * Records a request before anything is done for it. A request of the same id and content may be claimed again: that
     * is how a caller carries on after a failure.
     *
     * @param digest of the request's content
     * @return the account that came of it; empty when it is not finished
     * @throws org.throughline.shared.ServiceFault REQUEST_ID_REUSED when the id was used with other content
     */
    Optional<AccountId> claim(String requestId, String digest);

    /** Records which account came of it. */
    void finish(String requestId, AccountId account);

    /** Forgets a request that came to nothing, so that its id can be used with corrected content. */
    void release(String requestId);
}
