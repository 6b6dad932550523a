package org.throughline.erp.embedded;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.account.Account;
import org.throughline.account.AccountAddress;
import org.throughline.account.AccountStatus;
import org.throughline.account.AddressKind;
import org.throughline.account.Contact;
import org.throughline.account.Hold;
import org.throughline.account.PaymentTerms;
import org.throughline.account.TaxExemption;
import org.throughline.account.TaxRegistration;
import org.throughline.database.KeyBatches;
import org.throughline.database.UtcTimestamp;
import org.throughline.shared.AccountId;
import org.throughline.shared.PostalAddress;

/** Reads whole accounts: four statements for each 500. */
final class AccountReader {

    private static final String ACCOUNTS = """
            select a.id, a.name, a.status, a.branch_id, a.currency, a.price_list_id, a.price_group, a.tax_country, a.tax_id,
                a.exemption_certificate, a.exemption_valid_from, a.exemption_valid_to, a.exemption_region, a.exemption_reason_code,
                a.exemption_reason, a.bill_to_id, a.version, a.changed_at,
                p.code, p.description, p.net_days, p.discount_days, p.discount_percent
            from account a left join payment_terms p on p.code = a.terms_code
            where a.id in (:ids)""";
    private static final String HOLDS = """
            select account_id, reason_code, reason, since from account_hold
            where account_id in (:ids) order by account_id, reason_code""";
    private static final String ADDRESSES = """
            select account_id, id, kind, is_default, name, line1, line2, city, region, postal_code, country
            from account_address where account_id in (:ids) order by account_id, kind, is_default desc, id""";
    private static final String CONTACTS = """
            select account_id, id, name, job, email, phone from account_contact
            where account_id in (:ids) order by account_id, id""";

    private final JdbcClient jdbc;
    private final String dataset;

    AccountReader(JdbcClient jdbc, String dataset) {
        this.jdbc = jdbc;
        this.dataset = dataset;
    }

    /** Those that exist, in no order. */
    Map<String, Account> read(Collection<String> ids) {
        Parts parts = new Parts(
                parts(HOLDS, ids, AccountReader::hold),
                parts(ADDRESSES, ids, AccountReader::address),
                parts(CONTACTS, ids, AccountReader::contact));
        Map<String, Account> accounts = new LinkedHashMap<>();
        rows(ACCOUNTS, ids, row -> account(row, parts))
                .forEach(account -> accounts.put(account.id().value(), account));
        return accounts;
    }

    private record Parts(
            Map<String, List<Hold>> holds,
            Map<String, List<AccountAddress>> addresses,
            Map<String, List<Contact>> contacts) {}

    private record Part<T>(String account, T value) {}

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Map<String, List<T>> parts(String sql, Collection<String> ids, RowReader<T> reader) {
        return rows(sql, ids, row -> new Part<>(row.getString("account_id"), reader.read(row))).stream()
                .collect(groupingBy(Part::account, mapping(Part::value, toList())));
    }

    private <T> List<T> rows(String sql, Collection<String> ids, RowReader<T> reader) {
        return KeyBatches.read(ids, batch -> jdbc.sql(sql)
                .param("ids", batch)
                .query((row, number) -> reader.read(row))
                .list());
    }

    private Account account(ResultSet row, Parts parts) throws SQLException {
        String id = row.getString("id");
        String billTo = row.getString("bill_to_id");
        return new Account(
                new AccountId(dataset, id),
                row.getString("name"),
                AccountStatus.valueOf(row.getString("status")),
                parts.holds().getOrDefault(id, List.of()),
                row.getString("branch_id"),
                Currency.getInstance(row.getString("currency")),
                terms(row),
                row.getString("price_list_id"),
                row.getString("price_group"),
                new TaxRegistration(row.getString("tax_country"), row.getString("tax_id"), exemption(row)),
                billTo == null ? null : new AccountId(dataset, billTo),
                parts.addresses().getOrDefault(id, List.of()),
                parts.contacts().getOrDefault(id, List.of()),
                row.getInt("version"),
                UtcTimestamp.read(row, "changed_at"));
    }

    private static PaymentTerms terms(ResultSet row) throws SQLException {
        if (row.getString("code") == null) {
            return null;
        }
        return new PaymentTerms(
                row.getString("code"),
                row.getString("description"),
                row.getInt("net_days"),
                (Integer) row.getObject("discount_days"),
                percent(row.getBigDecimal("discount_percent")));
    }

    private static BigDecimal percent(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }

    private static TaxExemption exemption(ResultSet row) throws SQLException {
        String certificate = row.getString("exemption_certificate");
        return certificate == null
                ? null
                : new TaxExemption(
                        certificate,
                        date(row, "exemption_valid_from"),
                        date(row, "exemption_valid_to"),
                        row.getString("exemption_region"),
                        row.getString("exemption_reason_code"),
                        row.getString("exemption_reason"));
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(row.getString("reason_code"), row.getString("reason"), date(row, "since"));
    }

    private static AccountAddress address(ResultSet row) throws SQLException {
        return new AccountAddress(
                row.getString("id"),
                AddressKind.valueOf(row.getString("kind")),
                row.getBoolean("is_default"),
                new PostalAddress(
                        row.getString("name"),
                        row.getString("line1"),
                        row.getString("line2"),
                        row.getString("city"),
                        row.getString("region"),
                        row.getString("postal_code"),
                        row.getString("country")));
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getString("id"),
                row.getString("name"),
                row.getString("job"),
                row.getString("email"),
                row.getString("phone"));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        java.sql.Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }
}
