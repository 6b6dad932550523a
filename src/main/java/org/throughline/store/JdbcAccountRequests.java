package org.throughline.store;

import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.account.AccountRequests;
import org.throughline.database.UtcTimestamp;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/** Requests to create accounts in our own database. The primary key decides which of two equal requests is the first. */
@Component
class JdbcAccountRequests implements AccountRequests {

    private static final String INSERT =
            "insert into account_request (request_id, digest, received_at) values (?, ?, ?)";
    private static final String SELECT = "select digest, dataset, account_id from account_request where request_id = ?";
    private static final String FINISH = "update account_request set dataset = ?, account_id = ? where request_id = ?";
    private static final String RELEASE = "delete from account_request where request_id = ? and account_id is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcAccountRequests(@Qualifier("store") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<AccountId> claim(String requestId, String digest) {
        try {
            jdbc.sql(INSERT)
                    .params(requestId, digest, UtcTimestamp.of(clock.instant()))
                    .update();
            return Optional.empty();
        } catch (DuplicateKeyException usedBefore) {
            return find(requestId).flatMap(known -> known.matching(digest));
        }
    }

    @Override
    public void finish(String requestId, AccountId account) {
        jdbc.sql(FINISH).params(account.dataset(), account.value(), requestId).update();
    }

    @Override
    public void release(String requestId) {
        jdbc.sql(RELEASE).param(requestId).update();
    }

    private Optional<Known> find(String requestId) {
        return jdbc.sql(SELECT)
                .param(requestId)
                .query((row, number) ->
                        new Known(row.getString("digest"), row.getString("dataset"), row.getString("account_id")))
                .optional();
    }

    /** Dataset and account are null until the request is finished. */
    private record Known(String digest, String dataset, String account) {

        Optional<AccountId> matching(String other) {
            if (!digest.equals(other)) {
                throw new ServiceFault(ErrorCode.REQUEST_ID_REUSED.at("requestId"));
            }
            return account == null ? Optional.empty() : Optional.of(new AccountId(dataset, account));
        }
    }
}
