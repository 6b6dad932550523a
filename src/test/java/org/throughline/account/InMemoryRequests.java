package org.throughline.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/** Requests in memory. */
final class InMemoryRequests implements AccountRequests {

    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, AccountId> finished = new HashMap<>();

    @Override
    public Optional<AccountId> claim(String requestId, String digest) {
        if (!digests.computeIfAbsent(requestId, unused -> digest).equals(digest)) {
            throw new ServiceFault(ErrorCode.REQUEST_ID_REUSED.at("requestId"));
        }
        return Optional.ofNullable(finished.get(requestId));
    }

    @Override
    public void finish(String requestId, AccountId account) {
        finished.put(requestId, account);
    }

    @Override
    public void release(String requestId) {
        digests.remove(requestId);
    }
}
