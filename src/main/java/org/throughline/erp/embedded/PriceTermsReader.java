package org.throughline.erp.embedded;

import static org.throughline.erp.embedded.Columns.date;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.pricing.Assumption;
import org.throughline.pricing.Buyer;
import org.throughline.pricing.PriceTerms;
import org.throughline.pricing.SettlementTerms;
import org.throughline.shared.AccountId;
import org.throughline.shared.PostalAddress;
import org.throughline.tax.ExemptionCertificate;
import org.throughline.tax.TaxParty;

/** Reads what the prices of an account or a prospect depend on. */
final class PriceTermsReader {

    private static final String ACCOUNT = """
            select a.status, a.currency, a.price_list_id, a.price_group, a.tax_country, a.tax_id, a.exemption_certificate,
                a.exemption_valid_from, a.exemption_valid_to, a.exemption_region, a.exemption_reason_code, a.exemption_reason, b.country as branch_country, b.tax_id as branch_tax_id,
                l.prices_include_tax, t.code as terms_code, t.discount_percent, t.discount_days
            from account a join branch b on b.id = a.branch_id left join price_list l on l.id = a.price_list_id
                left join payment_terms t on t.code = a.terms_code
            where a.id = :account""";
    private static final String ADDRESS = """
            select name, line1, line2, city, region, postal_code, country from account_address
            where account_id = :account
            order by case kind when 'SHIPPING' then 0 else 1 end, case when is_default then 0 else 1 end, id
            fetch first 1 rows only""";
    private static final String BRANCH = """
            select id, country, tax_id, currency from branch
            order by case when country = :country then 0 else 1 end, id fetch first 1 rows only""";
    private static final String GENERAL_LIST = """
            select id, prices_include_tax from price_list where currency = :currency and is_general = true
            order by id fetch first 1 rows only""";

    private final JdbcClient jdbc;

    PriceTermsReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty when there is no such account */
    Optional<PriceTerms> ofAccount(AccountId account) {
        return jdbc.sql(ACCOUNT)
                .param("account", account.value())
                .query((row, number) -> AccountRow.read(row))
                .optional()
                .map(row -> terms(account, row));
    }

    PriceTerms ofProspect(Buyer.Prospect prospect) {
        BranchRow branch = jdbc.sql(BRANCH)
                .param("country", prospect.address().country())
                .query((row, number) -> BranchRow.read(row))
                .single();
        Optional<ListRow> list = generalList(branch.currency());
        return new PriceTerms(
                null,
                true,
                Currency.getInstance(branch.currency()),
                null,
                prospect.priceGroup(),
                list.map(ListRow::pricesIncludeTax).orElse(false),
                new TaxParty(branch.country(), branch.taxId(), false),
                prospect.address().country(),
                prospect.taxId(),
                prospect.taxExempt() ? ExemptionCertificate.UNNAMED : null,
                null,
                prospect.address(),
                assumptions(branch, list));
    }

    private static List<Assumption> assumptions(BranchRow branch, Optional<ListRow> list) {
        Assumption assumedBranch = new Assumption("branch", branch.id());
        return list.map(found -> List.of(assumedBranch, new Assumption("priceList", found.id())))
                .orElse(List.of(assumedBranch));
    }

    private PriceTerms terms(AccountId account, AccountRow row) {
        boolean includeTax = row.priceList() == null
                ? generalList(row.currency()).map(ListRow::pricesIncludeTax).orElse(false)
                : row.pricesIncludeTax();
        return new PriceTerms(
                account,
                row.active(),
                Currency.getInstance(row.currency()),
                row.priceList(),
                row.priceGroup(),
                includeTax,
                row.seller(),
                row.taxCountry(),
                row.taxId(),
                row.exemption(),
                row.settlement(),
                address(account).orElseGet(() -> countryOnly(row.taxCountry())),
                List.of());
    }

    private Optional<ListRow> generalList(String currency) {
        return jdbc.sql(GENERAL_LIST)
                .param("currency", currency)
                .query((row, number) -> new ListRow(row.getString("id"), row.getBoolean("prices_include_tax")))
                .optional();
    }

    private Optional<PostalAddress> address(AccountId account) {
        return jdbc.sql(ADDRESS)
                .param("account", account.value())
                .query((row, number) -> address(row))
                .optional();
    }

    private static PostalAddress address(ResultSet row) throws SQLException {
        return new PostalAddress(
                row.getString("name"),
                row.getString("line1"),
                row.getString("line2"),
                row.getString("city"),
                row.getString("region"),
                row.getString("postal_code"),
                row.getString("country"));
    }

    private static PostalAddress countryOnly(String country) {
        return new PostalAddress(null, null, null, null, null, null, country);
    }

    private record ListRow(String id, boolean pricesIncludeTax) {}

    private record BranchRow(String id, String country, String taxId, String currency) {
        static BranchRow read(ResultSet row) throws SQLException {
            return new BranchRow(
                    row.getString("id"), row.getString("country"), row.getString("tax_id"), row.getString("currency"));
        }
    }

    private record AccountRow(
            boolean active,
            String currency,
            String priceList,
            boolean pricesIncludeTax,
            String priceGroup,
            String taxCountry,
            String taxId,
            ExemptionCertificate exemption,
            SettlementTerms settlement,
            TaxParty seller) {

        static AccountRow read(ResultSet row) throws SQLException {
            return new AccountRow(
                    !row.getString("status").equals("INACTIVE"),
                    row.getString("currency"),
                    row.getString("price_list_id"),
                    row.getBoolean("prices_include_tax"),
                    row.getString("price_group"),
                    row.getString("tax_country"),
                    row.getString("tax_id"),
                    exemption(row),
                    settlement(row),
                    new TaxParty(row.getString("branch_country"), row.getString("branch_tax_id"), false));
        }

        private static SettlementTerms settlement(ResultSet row) throws SQLException {
            return row.getBigDecimal("discount_percent") == null
                    ? null
                    : new SettlementTerms(
                            row.getString("terms_code"),
                            row.getBigDecimal("discount_percent"),
                            row.getInt("discount_days"));
        }

        private static ExemptionCertificate exemption(ResultSet row) throws SQLException {
            String number = row.getString("exemption_certificate");
            return number == null
                    ? null
                    : new ExemptionCertificate(
                            number,
                            date(row, "exemption_valid_from"),
                            date(row, "exemption_valid_to"),
                            row.getString("exemption_region"),
                            row.getString("exemption_reason_code"),
                            row.getString("exemption_reason"));
        }
    }
}
