package org.throughline.erp.embedded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.account.AccountFilter;
import org.throughline.database.KeysetCursor;
import org.throughline.database.Prefix;
import org.throughline.database.UtcTimestamp;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.SearchTerms;

/**
 * Finds the ids of a page of accounts. The most telling condition decides which index is read and so the order of the
 * list: time of change, then tax number, e-mail address, words of the name, postcode, then id. All other conditions are
 * checked along the way.
 */
final class AccountSearch {

    private final AccountFilter filter;
    private final List<Term> terms = new ArrayList<>();
    private final boolean hopeless;
    private final Order order;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    private enum Order {
        BY_CHANGE("a.changed_at", "a.id", "account a"),
        BY_TERM("t.term", "t.account_id", "account_term t"),
        BY_ID("a.id", "a.id", "account a");

        private final String first;
        private final String id;
        private final String table;

        Order(String first, String id, String table) {
            this.first = first;
            this.id = id;
            this.table = table;
        }
    }

    /** A term, or the beginning of terms, one of which an account must have. */
    private record Term(String kind, String from, Optional<String> to) {

        static Term exactly(String kind, String text) {
            return new Term(kind, text, Optional.empty());
        }

        static Term beginning(String kind, String text) {
            return new Term(kind, text, Optional.of(Prefix.of(text).to()));
        }

        String condition(String alias) {
            return to.isPresent()
                    ? "%1$s.kind = ? and %1$s.term >= ? and %1$s.term < ?".formatted(alias)
                    : "%1$s.kind = ? and %1$s.term = ?".formatted(alias);
        }

        Object[] parameters() {
            return to.isPresent() ? new Object[] {kind, from, to.get()} : new Object[] {kind, from};
        }
    }

    private AccountSearch(AccountFilter filter) {
        this.filter = filter;
        Collection<String> words = filter.name() == null ? List.of() : SearchTerms.words(filter.name());
        this.hopeless = filter.name() != null && words.isEmpty()
                || isBlank(filter.taxId())
                || isBlank(filter.email())
                || isBlank(filter.postcode());
        if (!hopeless) {
            terms(words);
        }
        this.order = filter.changedSince() != null ? Order.BY_CHANGE : terms.isEmpty() ? Order.BY_ID : Order.BY_TERM;
    }

    static AccountSearch of(AccountFilter filter) {
        return new AccountSearch(filter);
    }

    Page<String> page(JdbcClient jdbc, PageRequest page) {
        if (hopeless) {
            return new Page<>(List.of(), Optional.empty());
        }
        filter();
        KeysetCursor.decode(page, query(), 2).ifPresent(this::after);
        List<Key> keys = jdbc.sql(sql())
                .params(parameters)
                .param(page.size() + 1)
                .query((row, number) -> new Key(
                        order == Order.BY_CHANGE
                                ? UtcTimestamp.read(row, "first_key").toString()
                                : row.getString("first_key"),
                        row.getString("found_id")))
                .list();
        return page(keys, page.size());
    }

    private record Key(String first, String id) {}

    private Page<String> page(List<Key> keys, int size) {
        boolean last = keys.size() <= size;
        List<Key> kept = last ? keys : keys.subList(0, size);
        List<String> ids = kept.stream().map(Key::id).toList();
        return new Page<>(ids, last ? Optional.empty() : Optional.of(cursor(kept.get(size - 1))));
    }

    private String cursor(Key key) {
        return KeysetCursor.encode(query(), List.of(key.first(), key.id()));
    }

    private String query() {
        return "accounts " + filter;
    }

    private String sql() {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        String orderBy = order == Order.BY_ID ? order.id : order.first + ", " + order.id;
        return "select " + order.first + " as first_key, " + order.id + " as found_id from " + order.table + where
                + " order by " + orderBy + " fetch first ? rows only";
    }

    private void terms(Collection<String> words) {
        if (filter.taxId() != null) {
            terms.add(Term.exactly(AccountTerms.TAX_ID, SearchTerms.compact(filter.taxId())));
        }
        if (filter.email() != null) {
            terms.add(Term.exactly(AccountTerms.EMAIL, SearchTerms.compact(filter.email())));
        }
        words.forEach(word -> terms.add(Term.beginning(AccountTerms.NAME, word)));
        if (filter.postcode() != null) {
            terms.add(Term.beginning(AccountTerms.POSTCODE, SearchTerms.compact(filter.postcode())));
        }
    }

    private void filter() {
        if (filter.changedSince() != null) {
            add("a.changed_at >= ?", UtcTimestamp.of(filter.changedSince()));
        }
        for (int i = 0; i < terms.size(); i++) {
            if (i == 0 && order == Order.BY_TERM) {
                firstMatchOf(terms.get(i));
            } else {
                alsoMatches(terms.get(i));
            }
        }
    }

    /** An account that matches by several of its terms appears once, at the first of them. */
    private void firstMatchOf(Term term) {
        add(term.condition("t"), term.parameters());
        add(
                "not exists (select 1 from account_term o where o.account_id = t.account_id and o.kind = ?"
                        + " and o.term >= ? and o.term < t.term)",
                term.kind(),
                term.from());
    }

    private void alsoMatches(Term term) {
        add(
                "exists (select 1 from account_term o where o.account_id = " + order.id + " and " + term.condition("o")
                        + ")",
                term.parameters());
    }

    private void after(List<String> key) {
        if (order == Order.BY_ID) {
            add("a.id > ?", key.get(1));
        } else if (order == Order.BY_TERM) {
            afterFirst(key.get(0), key.get(1));
        } else {
            afterFirst(UtcTimestamp.of(KeysetCursor.part(key.get(0), Instant::parse)), key.get(1));
        }
    }

    private void afterFirst(Object first, String id) {
        add(order.first + " >= ?", first);
        add("(" + order.first + " > ? or " + order.id + " > ?)", first, id);
    }

    private void add(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
    }

    private static boolean isBlank(String text) {
        return text != null && text.isBlank();
    }
}
