package org.throughline.erp.tryton;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.account.Account;
import org.throughline.account.AccountChange;
import org.throughline.account.AccountDetails;
import org.throughline.account.AccountFilter;
import org.throughline.account.Accounts;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/**
 * The parties of Tryton, by their code; it does not say which of them are customers. An account that is created gets a code that
 * is computed from the reference: codes are the only thing that Tryton keeps apart, and so what keeps two from being made.
 */
@Component
class TrytonAccounts implements Accounts {

    private static final String CODE_PREFIX = "TL-";
    private static final int CODE_BITS = 60;
    private static final int CODE_RADIX = 32;

    private static final List<TrytonChanges.Stream> CHANGES = Stream.of(
                    stamps(TrytonParties.MODEL, "id"),
                    stamps("party.address", "party.id"),
                    stamps("party.contact_mechanism", "party.id"),
                    stamps("party.identifier", "party.id"))
            .flatMap(Function.identity())
            .toList();

    private final TrytonClient tryton;
    private final TrytonParties parties;
    private final TrytonAccountObjections objections;
    private final TrytonAccountWriter writer;
    private final Clock clock;
    private final String dataset;

    TrytonAccounts(
            TrytonClient tryton,
            TrytonParties parties,
            TrytonAccountObjections objections,
            TrytonAccountWriter writer,
            Clock clock,
            Erp erp) {
        this.tryton = tryton;
        this.parties = parties;
        this.objections = objections;
        this.writer = writer;
        this.clock = clock;
        this.dataset = erp.dataset();
    }

    @Override
    public Answer<Page<Account>> find(AccountFilter filter, PageRequest page, MaxAge maxAge) {
        Instant now = clock.instant();
        TrytonAccountSearch search = new TrytonAccountSearch(filter);
        return Answer.live(
                search.isHopeless() ? new Page<>(List.of(), Optional.empty()) : page(filter, search, page), now);
    }

    @Override
    public Answer<Account> get(AccountId id, MaxAge maxAge) {
        return get(List.of(id), maxAge)
                .map(found -> Optional.ofNullable(found.get(id)).orElseThrow(TrytonAccounts::notFound));
    }

    @Override
    public Answer<Map<AccountId, Account>> get(Collection<AccountId> ids, MaxAge maxAge) {
        Instant now = clock.instant();
        List<String> codes = ids.stream()
                .filter(id -> id.dataset().equals(dataset))
                .map(AccountId::value)
                .distinct()
                .toList();
        return Answer.live(read(codes).collect(toMap(Account::id, Function.identity())), now);
    }

    @Override
    public List<Violation> objectionsTo(AccountDetails details) {
        return objections.to(details);
    }

    @Override
    public Optional<Account> createdAs(String reference) {
        return read(List.of(code(reference))).findFirst();
    }

    @Override
    public Account create(AccountDetails details, String reference) {
        try {
            tryton.create(TrytonParties.MODEL, List.of(writer.created(details, code(reference))), Map.of());
            return createdAs(reference).orElseThrow();
        } catch (ServiceFault refused) {
            if (refused.code() != ErrorCode.REFUSED_BY_ERP) {
                throw refused;
            }
            return createdAs(reference).orElseThrow(() -> refused);
        }
    }

    @Override
    public Account update(AccountId id, int expectedVersion, AccountChange change) {
        TrytonRecord party = rows(List.of(id.value())).stream()
                .filter(row -> id.dataset().equals(dataset))
                .findFirst()
                .orElseThrow(TrytonAccounts::notFound);
        Account present = parties.account(party);
        if (present.version() != expectedVersion) {
            throw conflict();
        }
        tryton.write(
                TrytonParties.MODEL,
                List.of(party.id()),
                writer.changed(party, present, change),
                TrytonAccountWriter.unchangedSince(party));
        return get(id, MaxAge.LIVE).value();
    }

    private Page<Account> page(AccountFilter filter, TrytonAccountSearch search, PageRequest page) {
        String name = "accounts " + filter;
        Page<TrytonRecord> rows = filter.changedSince() == null
                ? new TrytonPages(tryton).page(search.query(), search.wanted(), page, name)
                : new TrytonChanges(tryton, CHANGES, search.query(), TrytonParties::stamps)
                        .page(filter.changedSince(), search.wanted(), page, name);
        return rows.map(parties::account);
    }

    private Stream<Account> read(List<String> codes) {
        return rows(codes).stream().map(parties::account);
    }

    private List<TrytonRecord> rows(List<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : tryton.searchRead(TrytonParties.all().where("code", "in", codes));
    }

    private static Stream<TrytonChanges.Stream> stamps(String model, String party) {
        return TrytonStamps.FIELDS.stream().map(stamp -> new TrytonChanges.Stream(model, party, stamp));
    }

    private static String code(String reference) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(reference.getBytes(StandardCharsets.UTF_8));
            long bits = java.nio.ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - CODE_BITS);
            return CODE_PREFIX + Long.toString(bits, CODE_RADIX).toUpperCase(java.util.Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServiceFault notFound() {
        return new ServiceFault(ErrorCode.ACCOUNT_NOT_FOUND.at("account.id"));
    }

    private static ServiceFault conflict() {
        return new ServiceFault(ErrorCode.VERSION_CONFLICT
                .at("expectedVersion")
                .withRemedy(Remedy.of("Read the account again and decide with what it is now.")));
    }
}
