package org.throughline.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.KeysetCursor;
import org.throughline.database.UtcTimestamp;
import org.throughline.order.Offer;
import org.throughline.order.OfferTerms;
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

    private static final String SELECT = """
            select dataset, reference, created_at, valid_until, content, token, state, ordering_caller, ordering_request_id,
                order_id from offer""";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcOffers(@Qualifier("store") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Offer add(Offer offer) {
        try {
            insert(offer);
            return offer;
        } catch (DuplicateKeyException writtenByAnother) {
            return find(offer.id()).orElseThrow(() -> writtenByAnother);
        }
    }

    @Override
    public Optional<Offer> find(OfferId id) {
        return jdbc.sql(SELECT + " where dataset = ? and reference = ?")
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

    private void insert(Offer offer) {
        jdbc.sql(
                        "insert into offer (dataset, reference, state, account_id, content, token, created_at, valid_until, changed_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(offer.id().dataset(), offer.id().value(), offer.state().name())
                .params(offer.account().value(), RecordJson.write(offer.terms()))
                .param(offer.token().getBytes(US_ASCII))
                .params(UtcTimestamp.of(offer.createdAt()), UtcTimestamp.of(offer.validUntil()), now())
                .update();
    }

    private List<Offer> select(List<AccountId> accounts, Optional<List<String>> after, int rows) {
        List<Object> params = new ArrayList<>();
        accounts.forEach(account -> params.add(account.value()));
        String marks = String.join(", ", accounts.stream().map(account -> "?").toList());
        String sql = SELECT + " where dataset = ? and account_id in (" + marks + ")";
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
                RecordJson.read(row.getBytes("content"), OfferTerms.class),
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
}
