package org.throughline.erp.embedded;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.pricing.ChargeRule;
import org.throughline.pricing.OrderDiscount;
import org.throughline.pricing.OrderDiscount.Owner;
import org.throughline.pricing.OrderTerms;
import org.throughline.pricing.PriceTerms;
import org.throughline.tax.TaxClass;

/** Reads what orders of somebody get as a whole: two statements. */
final class OrderTermsReader {

    private static final String DISCOUNT = """
            select id, description, account_id, price_group, currency, min_value, discount_percent, discount_amount,
                with_agreements, valid_from, valid_to
            from order_discount where\s""";
    private static final String DISCOUNTS = DISCOUNT + "account_id is null and price_group is null union all "
            + DISCOUNT + "account_id = :account union all " + DISCOUNT + "price_group = :priceGroup";
    private static final String CHARGES = """
            select id, kind, charge, description, country, postal_pattern, currency, min_value, min_weight, amount,
                per_kilogram, percent, tax_class, tax_service, valid_from, valid_to
            from order_charge""";

    private final JdbcClient jdbc;

    OrderTermsReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    OrderTerms read(PriceTerms buyer) {
        List<OrderDiscount> discounts = jdbc.sql(DISCOUNTS)
                .param("account", buyer.account() == null ? "" : buyer.account().value())
                .param("priceGroup", buyer.priceGroup() == null ? "" : buyer.priceGroup())
                .query((row, number) -> discount(row))
                .list();
        List<ChargeRule> charges =
                jdbc.sql(CHARGES).query((row, number) -> charge(row)).list();
        return new OrderTerms(discounts, charges);
    }

    private static OrderDiscount discount(ResultSet row) throws SQLException {
        return new OrderDiscount(
                owner(row),
                row.getString("id"),
                row.getString("description"),
                row.getBigDecimal("min_value"),
                PromotionReader.reduction(row, "discount_percent", "discount_amount"),
                Currency.getInstance(row.getString("currency")),
                row.getBoolean("with_agreements"),
                ItemTermsReader.validity(row));
    }

    private static Owner owner(ResultSet row) throws SQLException {
        if (row.getString("account_id") != null) {
            return Owner.ACCOUNT;
        }
        return row.getString("price_group") == null ? Owner.EVERYBODY : Owner.PRICE_GROUP;
    }

    private static ChargeRule charge(ResultSet row) throws SQLException {
        String pattern = row.getString("postal_pattern");
        String taxClass = row.getString("tax_class");
        return new ChargeRule(
                row.getString("id"),
                ChargeRule.Kind.valueOf(row.getString("kind")),
                row.getString("charge"),
                row.getString("description"),
                row.getString("country"),
                pattern == null ? null : Pattern.compile(pattern),
                row.getBigDecimal("min_value"),
                row.getBigDecimal("min_weight"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("per_kilogram"),
                row.getBigDecimal("percent"),
                Currency.getInstance(row.getString("currency")),
                taxClass == null ? null : new TaxClass(taxClass, row.getBoolean("tax_service")),
                ItemTermsReader.validity(row));
    }
}
