package org.throughline.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.account.Link;
import org.throughline.account.LinkFilter;
import org.throughline.database.KeysetCursor;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** A page of links. Companies are read by the primary key, accounts by an index of their own. */
final class LinkSearch {

    private static final List<String> KEY = List.of("crm_system", "company_id", "dataset", "account_id");

    private final LinkFilter filter;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    private LinkSearch(LinkFilter filter) {
        this.filter = filter;
        equal("crm_system", filter.crmSystem());
        equal("company_id", filter.companyId());
        if (filter.account() != null) {
            equal("dataset", filter.account().dataset());
            equal("account_id", filter.account().value());
        }
    }

    static LinkSearch of(LinkFilter filter) {
        return new LinkSearch(filter);
    }

    Page<Link> page(JdbcClient jdbc, PageRequest page) {
        KeysetCursor.decode(page, query(), KEY.size()).ifPresent(this::after);
        List<Link> found = jdbc.sql(sql())
                .params(parameters)
                .param(page.size() + 1)
                .query((row, number) -> JdbcLinks.read(row))
                .list();
        if (found.size() <= page.size()) {
            return new Page<>(found, Optional.empty());
        }
        List<Link> kept = found.subList(0, page.size());
        return new Page<>(kept, Optional.of(cursor(kept.get(page.size() - 1))));
    }

    private String sql() {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return "select * from company_link" + where + " order by " + String.join(", ", KEY)
                + " fetch first ? rows only";
    }

    private void equal(String column, String value) {
        if (value != null) {
            conditions.add(column + " = ?");
            parameters.add(value);
        }
    }

    /** The first column alone bounds the range that an index reads; the others cut off what was given out already. */
    private void after(List<String> key) {
        conditions.add("crm_system >= ? and (crm_system > ? or company_id > ? or company_id = ? and (dataset > ?"
                + " or dataset = ? and account_id > ?))");
        parameters.addAll(List.of(key.get(0), key.get(0), key.get(1), key.get(1), key.get(2), key.get(2), key.get(3)));
    }

    private String cursor(Link last) {
        return KeysetCursor.encode(
                query(),
                List.of(
                        last.company().crmSystem(),
                        last.company().value(),
                        last.account().dataset(),
                        last.account().value()));
    }

    private String query() {
        return "links " + filter;
    }
}
