package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.pricing.Promotion;
import org.throughline.pricing.PromotionTerms;
import org.throughline.pricing.Reduction;
import org.throughline.shared.ItemId;

/** Reads the promotions of items: two statements, whatever their number. */
final class PromotionReader {

    private static final String COLUMNS = """
            p.id, p.description, p.kind, p.item_id, p.item_group, p.min_quantity, p.discount_percent, p.discount_amount,
            p.take_quantity, p.pay_quantity, p.bundle_price, p.gift_item_id, p.gift_quantity, p.currency, p.priority,
            p.with_agreements, p.with_promotions, p.valid_from, p.valid_to""";
    private static final String NAMED =
            "select " + COLUMNS + " from promotion p where p.item_id in (:keys) union all select " + COLUMNS
                    + " from promotion p where p.item_group in (:groups)";
    private static final String BUNDLES = "select " + COLUMNS + ", c.item_id as content, c.quantity"
            + " from promotion_content c join promotion p on p.id = c.promotion_id"
            + " where c.promotion_id in (select n.promotion_id from promotion_content n where n.item_id in (:keys))";

    private final JdbcClient jdbc;

    PromotionReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Found read(Collection<String> items, Collection<String> groups) {
        Found found = new Found(new HashMap<>(), new HashMap<>());
        jdbc.sql(NAMED).param("keys", items).param("groups", groups).query(row -> {
            found.add(row.getString("item_id"), row.getString("item_group"), promotion(row));
        });
        bundles(items)
                .values()
                .forEach(bundle -> bundle.contents().keySet().forEach(item -> found.add(item.value(), null, bundle)));
        return found;
    }

    /** Promotions by what they name. */
    record Found(Map<String, List<Promotion>> byItem, Map<String, List<Promotion>> byGroup) {

        List<Promotion> of(String item, String group) {
            List<Promotion> both = new ArrayList<>(byItem.getOrDefault(item, List.of()));
            both.addAll(byGroup.getOrDefault(group, List.of()));
            return both;
        }

        private void add(String item, String group, Promotion promotion) {
            Map<String, List<Promotion>> side = item == null ? byGroup : byItem;
            side.computeIfAbsent(item == null ? group : item, key -> new ArrayList<>())
                    .add(promotion);
        }
    }

    private Map<String, Promotion.Bundle> bundles(Collection<String> items) {
        Map<String, Promotion.Bundle> found = new HashMap<>();
        jdbc.sql(BUNDLES).param("keys", items).query(row -> {
            Promotion.Bundle part = bundlePart(row);
            found.merge(part.id(), part, PromotionReader::together);
        });
        return found;
    }

    /** A row of a bundle names one of the items that it holds. */
    private static Promotion.Bundle bundlePart(ResultSet row) throws SQLException {
        return new Promotion.Bundle(
                terms(row),
                Map.of(new ItemId(row.getString("content")), row.getBigDecimal("quantity")),
                row.getBigDecimal("bundle_price"),
                Currency.getInstance(row.getString("currency")));
    }

    private static Promotion.Bundle together(Promotion.Bundle one, Promotion.Bundle other) {
        Map<ItemId, BigDecimal> contents = new HashMap<>(one.contents());
        contents.putAll(other.contents());
        return new Promotion.Bundle(one.terms(), contents, one.price(), one.currency());
    }

    private static Promotion promotion(ResultSet row) throws SQLException {
        PromotionTerms terms = terms(row);
        return switch (row.getString("kind")) {
            case "QUANTITY_DEAL" ->
                new Promotion.QuantityDeal(
                        terms, row.getBigDecimal("take_quantity"), row.getBigDecimal("pay_quantity"));
            case "FREE_GOODS" ->
                new Promotion.FreeGoods(
                        terms,
                        row.getBigDecimal("take_quantity"),
                        new ItemId(row.getString("gift_item_id")),
                        row.getBigDecimal("gift_quantity"));
            default ->
                new Promotion.PriceCut(
                        terms,
                        row.getBigDecimal("min_quantity"),
                        reduction(row, "discount_percent", "discount_amount"),
                        currency(row));
        };
    }

    private static PromotionTerms terms(ResultSet row) throws SQLException {
        return new PromotionTerms(
                row.getString("id"),
                row.getString("description"),
                row.getInt("priority"),
                row.getBoolean("with_agreements"),
                row.getBoolean("with_promotions"),
                ItemTermsReader.validity(row));
    }

    /** An amount when the percentage is null. */
    static Reduction reduction(ResultSet row, String percent, String amount) throws SQLException {
        return row.getBigDecimal(percent) == null
                ? new Reduction.Amount(row.getBigDecimal(amount))
                : new Reduction.Percent(row.getBigDecimal(percent));
    }

    private static Currency currency(ResultSet row) throws SQLException {
        return row.getString("currency") == null ? null : Currency.getInstance(row.getString("currency"));
    }
}
