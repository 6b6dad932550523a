package org.throughline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.account.Link;
import org.throughline.account.LinkDecision;
import org.throughline.account.LinkFilter;
import org.throughline.account.LinkRequest;
import org.throughline.account.LinkRole;
import org.throughline.account.Links;
import org.throughline.database.UtcTimestamp;
import org.throughline.shared.AccountId;
import org.throughline.shared.CompanyId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/**
 * Links in our own database. Changes to the links of one company wait for each other at the row of the company; that no
 * two of them are primary is a constraint of the table besides.
 */
@Component
class JdbcLinks implements Links {

    private static final String OF_COMPANY = """
            select * from company_link where crm_system = ? and company_id = ?
            order by dataset, case when primary_mark is null then 1 else 0 end, account_id""";
    private static final String LOCK =
            "update linked_company set changed_at = ? where crm_system = ? and company_id = ?";
    private static final String REMEMBER =
            "insert into linked_company (changed_at, crm_system, company_id) values (?, ?, ?)";
    private static final String DEMOTE = """
            update company_link set primary_mark = null
            where crm_system = :crm and company_id = :company and dataset = :dataset and primary_mark = 'YES'""";
    private static final String INSERT = """
            insert into company_link (crm_system, company_id, dataset, account_id, role, bill_to_id, primary_mark, linked_at)
            values (:crm, :company, :dataset, :account, :role, :billTo, :mark, :linkedAt)""";
    private static final String UPDATE = """
            update company_link set role = :role, bill_to_id = :billTo, primary_mark = :mark
            where crm_system = :crm and company_id = :company and dataset = :dataset and account_id = :account""";
    private static final String DELETE =
            "delete from company_link where crm_system = ? and company_id = ? and dataset = ? and account_id = ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    JdbcLinks(@Qualifier("store") JdbcClient jdbc, @Qualifier("store") TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Link> of(CompanyId company) {
        return jdbc.sql(OF_COMPANY)
                .params(company.crmSystem(), company.value())
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Page<Link> find(LinkFilter filter, PageRequest page) {
        return LinkSearch.of(filter).page(jdbc, page);
    }

    @Override
    public Link put(LinkRequest request) {
        remember(request.company());
        return transactions.execute(status -> {
            lock(request.company());
            return putLocked(request);
        });
    }

    @Override
    public boolean remove(CompanyId company, AccountId account) {
        return jdbc.sql(DELETE)
                        .params(company.crmSystem(), company.value(), account.dataset(), account.value())
                        .update()
                == 1;
    }

    private boolean lock(CompanyId company) {
        return jdbc.sql(LOCK)
                        .params(UtcTimestamp.of(clock.instant()), company.crmSystem(), company.value())
                        .update()
                == 1;
    }

    /** In a transaction of its own: on PostgreSQL a transaction is lost when a key turns out to be there already. */
    private void remember(CompanyId company) {
        if (!lock(company)) {
            try {
                jdbc.sql(REMEMBER)
                        .params(UtcTimestamp.of(clock.instant()), company.crmSystem(), company.value())
                        .update();
            } catch (DuplicateKeyException rememberedMeanwhile) {
                lock(company);
            }
        }
    }

    private Link putLocked(LinkRequest request) {
        List<Link> present = of(request.company());
        Optional<Link> existing = present.stream()
                .filter(link -> link.account().equals(request.account()))
                .findFirst();
        Link link = LinkDecision.of(request, existing, present, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (link.primary()) {
            key(jdbc.sql(DEMOTE), link).update();
        }
        write(existing.isPresent() ? UPDATE : INSERT, link, existing.isEmpty());
        return link;
    }

    private void write(String sql, Link link, boolean isNew) {
        JdbcClient.StatementSpec statement = key(jdbc.sql(sql), link)
                .param("account", link.account().value())
                .param("role", link.role().name())
                .param("billTo", link.billTo() == null ? null : link.billTo().value(), Types.VARCHAR)
                .param("mark", link.primary() ? "YES" : null, Types.VARCHAR);
        if (isNew) {
            statement.param("linkedAt", UtcTimestamp.of(link.linkedAt()));
        }
        statement.update();
    }

    private static JdbcClient.StatementSpec key(JdbcClient.StatementSpec statement, Link link) {
        return statement
                .param("crm", link.company().crmSystem())
                .param("company", link.company().value())
                .param("dataset", link.account().dataset());
    }

    static Link read(ResultSet row) throws SQLException {
        String dataset = row.getString("dataset");
        String billTo = row.getString("bill_to_id");
        Instant linkedAt = UtcTimestamp.read(row, "linked_at");
        return new Link(
                new CompanyId(row.getString("crm_system"), row.getString("company_id")),
                new AccountId(dataset, row.getString("account_id")),
                LinkRole.valueOf(row.getString("role")),
                billTo == null ? null : new AccountId(dataset, billTo),
                row.getString("primary_mark") != null,
                linkedAt);
    }
}
