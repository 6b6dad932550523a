package org.throughline.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.KeysetCursor;
import org.throughline.database.UtcTimestamp;
import org.throughline.order.Offer;
import org.throughline.order.Offers;
import org.throughline.order.RequestKey;
import org.throughline.shared.AccountId;
import org.throughline.shared.OfferId;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/**
 * Offers in our own database. Who may do what with an offer is decided by single statements that name the state they
 * expect: the second finds it changed.
 */
@Component
class JdbcOffers implements Offers {

    /** Far longer than making an offer takes, and short enough to wait for after a crash. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final String SELECT = """
            select dataset, reference, created_at, valid_until, content, token, state, ordering_caller, ordering_request_id,
                order_id from offer where state <> 'MAKING'""";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcOffers(@Qualifier("store") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Claim claim(OfferId id, RequestKey request, String digest) {
        Optional<Making> known = making(id);
        if (known.isPresent()) {
            return claim(id, known.get(), digest);
        }
        String token = UUID.randomUUID().toString();
        return insert(id, request, digest, token)
                ? new Granted(id, token)
                : making(id).map(other -> claim(id, other, digest)).orElseGet(InProgress::new);
    }

    @Override
    public boolean holds(Granted claim) {
        return jdbc.sql("update offer set claimed_until = ? where dataset = ? and reference = ? and claim_token = ?")
                        .param(UtcTimestamp.of(leaseEnd()))
                        .params(claim.id().dataset(), claim.id().value(), claim.token())
                        .update()
                == 1;
    }

    @Override
    public boolean complete(Granted claim, Offer offer) {
        return jdbc.sql("""
                                update offer set state = 'OPEN', claim_token = null, claimed_until = null, account_id = ?, content = ?,
                                    token = ?, created_at = ?, valid_until = ?, changed_at = ?
                                where dataset = ? and reference = ? and claim_token = ?""")
                        .params(offer.account().value(), OfferJson.write(offer.terms()))
                        .param(offer.token().getBytes(US_ASCII))
                        .params(UtcTimestamp.of(offer.createdAt()), UtcTimestamp.of(offer.validUntil()), now())
                        .params(claim.id().dataset(), claim.id().value(), claim.token())
                        .update()
                == 1;
    }

    @Override
    public boolean abandon(Granted claim) {
        return jdbc.sql("delete from offer where dataset = ? and reference = ? and claim_token = ?")
                        .params(claim.id().dataset(), claim.id().value(), claim.token())
                        .update()
                == 1;
    }

    @Override
    public Optional<Offer> find(OfferId id) {
        return jdbc.sql(SELECT + " and dataset = ? and reference = ?")
                .params(id.dataset(), id.value())
                .query((row, number) -> offer(row))
                .optional();
    }

    @Override
    public Page<Offer> find(List<AccountId> accounts, PageRequest page) {
        String query = "offers" + accounts;
        Optional<List<String>> after = KeysetCursor.decode(page, query, 2);
        List<Offer> found = accounts.isEmpty() ? List.of() : select(accounts, after, page.size() + 1);
        if (found.size() <= page.size()) {
            return new Page<>(found, Optional.empty());
        }
        List<Offer> entries = found.subList(0, page.size());
        Offer last = entries.get(entries.size() - 1);
        List<String> key = List.of(last.createdAt().toString(), last.id().value());
        return new Page<>(List.copyOf(entries), Optional.of(KeysetCursor.encode(query, key)));
    }

    @Override
    public Optional<Offer> startOrdering(OfferId id, RequestKey by) {
        jdbc.sql("update offer set state = 'ORDERING', ordering_caller = ?, ordering_request_id = ?, changed_at = ?"
                        + " where dataset = ? and reference = ? and state = 'OPEN'")
                .params(by.caller(), by.requestId(), now(), id.dataset(), id.value())
                .update();
        return find(id);
    }

    @Override
    public void ordered(RequestKey by, OrderId order) {
        jdbc.sql("update offer set state = 'ORDERED', order_id = ?, changed_at = ?"
                        + " where ordering_caller = ? and ordering_request_id = ? and state = 'ORDERING'")
                .params(order.value(), now(), by.caller(), by.requestId())
                .update();
    }

    @Override
    public void reopen(RequestKey by) {
        jdbc.sql("update offer set state = 'OPEN', ordering_caller = null, ordering_request_id = null, changed_at = ?"
                        + " where ordering_caller = ? and ordering_request_id = ? and state = 'ORDERING'")
                .params(now(), by.caller(), by.requestId())
                .update();
    }

    @Override
    public Optional<Offer> cancel(OfferId id) {
        jdbc.sql(
                        "update offer set state = 'CANCELLED', changed_at = ? where dataset = ? and reference = ? and state = 'OPEN'")
                .params(now(), id.dataset(), id.value())
                .update();
        return find(id);
    }

    /** What is known of an offer that may still be in the making. */
    private record Making(String digest, boolean made, String token, Instant claimedUntil) {}

    private Optional<Making> making(OfferId id) {
        return jdbc.sql(
                        "select digest, state, claim_token, claimed_until from offer where dataset = ? and reference = ?")
                .params(id.dataset(), id.value())
                .query((row, number) -> new Making(
                        row.getString("digest"),
                        !row.getString("state").equals("MAKING"),
                        row.getString("claim_token"),
                        UtcTimestamp.read(row, "claimed_until")))
                .optional();
    }

    private Claim claim(OfferId id, Making known, String digest) {
        if (!known.digest().equals(digest)) {
            return new OtherContent();
        }
        if (known.made()) {
            return new Made(find(id).orElseThrow());
        }
        if (known.claimedUntil().isAfter(clock.instant())) {
            return new InProgress();
        }
        String token = UUID.randomUUID().toString();
        return takeOver(id, known.token(), token) ? new Granted(id, token) : new InProgress();
    }

    private boolean takeOver(OfferId id, String oldToken, String token) {
        return jdbc.sql("update offer set claim_token = ?, claimed_until = ?"
                                + " where dataset = ? and reference = ? and claim_token = ?")
                        .params(token, UtcTimestamp.of(leaseEnd()), id.dataset(), id.value(), oldToken)
                        .update()
                == 1;
    }

    /** @return false when somebody else has written the offer meanwhile */
    private boolean insert(OfferId id, RequestKey request, String digest, String token) {
        try {
            jdbc.sql(
                            "insert into offer (dataset, reference, caller, request_id, digest, state, claim_token, claimed_until,"
                                    + " created_at, changed_at) values (?, ?, ?, ?, ?, 'MAKING', ?, ?, ?, ?)")
                    .params(id.dataset(), id.value(), request.caller(), request.requestId(), digest, token)
                    .params(UtcTimestamp.of(leaseEnd()), now(), now())
                    .update();
            return true;
        } catch (DuplicateKeyException writtenByAnother) {
            return false;
        }
    }

    private List<Offer> select(List<AccountId> accounts, Optional<List<String>> after, int rows) {
        List<Object> params = new ArrayList<>();
        accounts.forEach(account -> params.add(account.value()));
        String marks = String.join(", ", accounts.stream().map(account -> "?").toList());
        String sql = SELECT + " and dataset = ? and account_id in (" + marks + ")";
        if (after.isPresent()) {
            sql += " and created_at <= ? and (created_at < ? or reference < ?)";
            Instant createdAt = KeysetCursor.part(after.get().get(0), Instant::parse);
            params.addAll(List.of(
                    UtcTimestamp.of(createdAt),
                    UtcTimestamp.of(createdAt),
                    after.get().get(1)));
        }
        return jdbc.sql(sql + " order by created_at desc, reference desc fetch first " + rows + " rows only")
                .param(accounts.get(0).dataset())
                .params(params)
                .query((row, number) -> offer(row))
                .list();
    }

    private static Offer offer(ResultSet row) throws SQLException {
        String dataset = row.getString("dataset");
        String request = row.getString("ordering_request_id");
        String order = row.getString("order_id");
        return new Offer(
                new OfferId(dataset, row.getString("reference")),
                OfferJson.read(row.getBytes("content")),
                UtcTimestamp.read(row, "created_at"),
                UtcTimestamp.read(row, "valid_until"),
                new String(row.getBytes("token"), US_ASCII),
                Offer.State.valueOf(row.getString("state")),
                request == null ? null : new RequestKey(row.getString("ordering_caller"), request),
                order == null ? null : new OrderId(dataset, order));
    }

    private SqlTypeValue now() {
        return UtcTimestamp.of(clock.instant());
    }

    private Instant leaseEnd() {
        return clock.instant().plus(LEASE);
    }
}
