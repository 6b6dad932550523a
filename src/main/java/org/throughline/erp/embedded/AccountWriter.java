package org.throughline.erp.embedded;

import java.sql.Date;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.account.AccountAddress;
import org.throughline.account.Contact;
import org.throughline.account.TaxExemption;
import org.throughline.database.UtcTimestamp;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;
import org.throughline.shared.PostalAddress;

/** Writes whole accounts; for use within a transaction. */
final class AccountWriter {

    private static final String INSERT = """
            insert into account (id, name, status, branch_id, currency, terms_code, price_list_id, price_group, tax_country,
                tax_id, exemption_certificate, exemption_valid_from, exemption_valid_to, exemption_region, exemption_reason_code,
                exemption_reason, bill_to_id, credit_limit, request_id, version, changed_at)
            values (:id, :name, 'ACTIVE', :branch, :currency, :terms, :priceList, :priceGroup, :taxCountry, :taxId,
                :certificate, :exemptFrom, :exemptTo, :exemptRegion, :exemptReasonCode, :exemptReason, :billTo, 0, :request, 1, :now)""";
    private static final String UPDATE = """
            update account set name = :name, branch_id = :branch, currency = :currency, terms_code = :terms,
                price_list_id = :priceList, price_group = :priceGroup, tax_country = :taxCountry, tax_id = :taxId,
                exemption_certificate = :certificate, exemption_valid_from = :exemptFrom, exemption_valid_to = :exemptTo,
                exemption_region = :exemptRegion, exemption_reason_code = :exemptReasonCode,
                exemption_reason = :exemptReason, bill_to_id = :billTo
            where id = :id""";
    private static final String RAISE_VERSION =
            "update account set version = version + 1, changed_at = ? where id = ? and version = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    AccountWriter(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.template = new JdbcTemplate(dataSource);
    }

    /** A new account has a credit limit of zero: credit is granted in the back office. */
    void insert(String id, AccountState state, String request, Instant now) {
        columns(jdbc.sql(INSERT), id, state)
                .param("request", request)
                .param("now", UtcTimestamp.of(now))
                .update();
        insertParts(id, state);
    }

    /** @return false when the account is not there in that version */
    boolean raiseVersion(String id, int version, Instant now) {
        return jdbc.sql(RAISE_VERSION).params(UtcTimestamp.of(now), id, version).update() == 1;
    }

    void update(String id, AccountState state) {
        columns(jdbc.sql(UPDATE), id, state).update();
        for (String table : Set.of("account_address", "account_contact", "account_term")) {
            jdbc.sql("delete from " + table + " where account_id = ?").param(id).update();
        }
        insertParts(id, state);
    }

    private static JdbcClient.StatementSpec columns(JdbcClient.StatementSpec statement, String id, AccountState state) {
        TaxExemption exemption = state.exemption() == null ? new TaxExemption(null, null, null) : state.exemption();
        return statement
                .param("id", id)
                .param("name", state.name())
                .param("branch", state.branch())
                .param("currency", state.currency())
                .param("terms", state.terms(), Types.VARCHAR)
                .param("priceList", state.priceList(), Types.VARCHAR)
                .param("priceGroup", state.priceGroup(), Types.VARCHAR)
                .param("taxCountry", state.taxCountry())
                .param("taxId", state.taxId(), Types.VARCHAR)
                .param("certificate", exemption.certificate(), Types.VARCHAR)
                .param("exemptFrom", date(exemption.from()), Types.DATE)
                .param("exemptTo", date(exemption.to()), Types.DATE)
                .param("exemptRegion", exemption.region(), Types.VARCHAR)
                .param("exemptReasonCode", exemption.reasonCode(), Types.VARCHAR)
                .param("exemptReason", exemption.reason(), Types.VARCHAR)
                .param("billTo", state.billTo(), Types.VARCHAR);
    }

    private static Date date(LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private void insertParts(String id, AccountState state) {
        RowBatch rows = new RowBatch();
        state.addresses().forEach(address -> add(rows, id, address));
        state.contacts().forEach(contact -> add(rows, id, contact));
        AccountTerms.of(
                state.name(),
                state.taxId(),
                state.addresses(),
                state.contacts(),
                (kind, term) -> rows.add(ErpTable.ACCOUNT_TERM, kind, term, id));
        template.execute((ConnectionCallback<Void>) connection -> {
            rows.insertInto(connection);
            return null;
        });
    }

    private static void add(RowBatch rows, String id, AccountAddress address) {
        PostalAddress postal = address.address();
        rows.add(
                ErpTable.ACCOUNT_ADDRESS,
                id,
                address.id(),
                address.kind(),
                address.isDefault(),
                postal.name(),
                postal.line1(),
                postal.line2(),
                postal.city(),
                postal.region(),
                postal.postalCode(),
                postal.country());
    }

    private static void add(RowBatch rows, String id, Contact contact) {
        rows.add(
                ErpTable.ACCOUNT_CONTACT,
                id,
                contact.id(),
                contact.name(),
                contact.job(),
                contact.email(),
                contact.phone());
    }
}
