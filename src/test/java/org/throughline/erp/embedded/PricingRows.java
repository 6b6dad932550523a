package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.throughline.database.TestDatabase;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.pricing.PriceListsContract;
import org.throughline.tax.TaxRulesContract;

/** Writes what the contracts of the pricing and tax ports expect. */
final class PricingRows {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);
    private static final Instant CHANGED = Instant.parse("2026-01-01T00:00:00Z");

    private final RowBatch rows = new RowBatch();

    private PricingRows() {}

    static void insertInto(TestDatabase database) {
        PricingRows pricing = new PricingRows();
        pricing.sellers();
        pricing.items();
        pricing.accounts();
        pricing.prices();
        pricing.agreements();
        TaxRulesContract.RULES.forEach(rule -> pricing.rows.add(ErpTable.TAX_RULE, TaxRows.of(rule)));
        try (Connection connection = database.erpDataSource().getConnection()) {
            pricing.rows.insertInto(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sellers() {
        rows.add(ErpTable.WAREHOUSE, "W1", "Main", "GB");
        rows.add(ErpTable.BRANCH, "B1", "Britain", "GB", "GB111", "GBP", "W1");
        rows.add(ErpTable.BRANCH, "B2", "Germany", "DE", "DE111", "EUR", "W1");
        rows.add(ErpTable.PRICE_LIST, "G-GBP", "General", "GBP", false, true);
        rows.add(ErpTable.PRICE_LIST, "G-TAX", "General with tax", "GBP", true, true);
        rows.add(ErpTable.PRICE_LIST, "G-EUR", "General", "EUR", false, true);
        rows.add(ErpTable.PRICE_LIST, "OWN", "Of one account", "GBP", false, false);
        rows.add(ErpTable.PRICE_LIST, "OTHER", "Of nobody", "GBP", false, false);
    }

    private void items() {
        item("BOLT", "Hex bolt", "FASTENERS", "GOODS", "ACTIVE");
        rows.add(ErpTable.ITEM_UNIT, "BOLT", "EA", 1);
        rows.add(ErpTable.ITEM_UNIT, "BOLT", "BOX12", 12);
        item("AGREED", "Agreed only", "FASTENERS", "GOODS", "ACTIVE");
        item("FITTING", "Fitting", "SERVICES", "SERVICE", "ACTIVE");
        item("GONE", "Gone", "FASTENERS", "GOODS", "BLOCKED");
        for (int i = 0; i < PriceListsContract.FILLERS; i++) {
            String id = PriceListsContract.filler(i).value();
            item(id, "Filler", "FILLERS", "GOODS", "ACTIVE");
            price("G-GBP", id, 0, "1.00", START, null);
        }
    }

    private void item(String id, String description, String group, String kind, String status) {
        rows.add(
                ErpTable.ITEM,
                id,
                description,
                group,
                "EA",
                kind,
                true,
                "STANDARD",
                status,
                null,
                new BigDecimal("2.5"),
                CHANGED,
                id.equals("BOLT") ? "BOLTS" : null);
    }

    private void accounts() {
        rows.add(
                ErpTable.ACCOUNT,
                "A-OWN",
                "Own list",
                "ACTIVE",
                "B1",
                "GBP",
                null,
                "OWN",
                "TRADE",
                "GB",
                "GB222",
                "CERT",
                YEAR,
                YEAR.plusYears(1),
                null,
                null,
                null,
                CHANGED);
        rows.add(
                ErpTable.ACCOUNT,
                "A-PLAIN",
                "Plain",
                "ACTIVE",
                "B2",
                "EUR",
                null,
                null,
                null,
                "FR",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                CHANGED);
        address("A-OWN", "1", "BILLING", true, null, "2 Bank", "Leeds", "LS1 1AA");
        address("A-OWN", "2", "SHIPPING", false, null, "3 Depot", "York", "YO1 1AA");
        address("A-OWN", "3", "SHIPPING", true, "Goods in", "1 Dock", "Hull", "HU1 1AA");
    }

    private void address(
            String account, String id, String kind, boolean usual, String name, String line, String city, String code) {
        rows.add(ErpTable.ACCOUNT_ADDRESS, account, id, kind, usual, name, line, null, city, null, code, "GB");
    }

    private void prices() {
        price("G-GBP", "BOLT", 0, "10", START, YEAR);
        price("G-GBP", "BOLT", 0, "11", YEAR, null);
        price("G-TAX", "BOLT", 0, "13.2", START, null);
        price("G-EUR", "BOLT", 0, "12.345678", START, null);
        price("OWN", "BOLT", 0, "9", START, null);
        price("OWN", "BOLT", 10, "8", START, null);
        price("OTHER", "BOLT", 0, "1", START, null);
        price("G-GBP", "GONE", 0, "1", START, null);
        price("G-GBP", "FITTING", 0, "1", START, YEAR);
    }

    private void price(String list, String item, int min, String price, LocalDate from, LocalDate until) {
        rows.add(ErpTable.LIST_PRICE, list, item, "EA", min, new BigDecimal(price), 1, from, until);
    }

    private void agreements() {
        agreement("AG-ITEM", "A-OWN", null, "BOLT", null, "GBP", 100, "7", null);
        agreement("AG-ONLY", "A-OWN", null, "AGREED", null, "GBP", 0, "5", null);
        agreement("AG-GROUP", "A-OWN", null, null, "FASTENERS", null, 0, null, "10;5");
        agreement("AG-TRADE-ITEM", null, "TRADE", "BOLT", null, null, 0, null, "3");
        agreement("AG-TRADE-GROUP", null, "TRADE", null, "FASTENERS", null, 0, null, "2.5");
        agreement("AG-OTHERS", null, "OTHERS", "BOLT", null, null, 0, null, "90");
        promotion("PR-ITEM", "PRICE_CUT", "BOLT", null, 10, null, null, null);
        promotion("PR-DEAL", "QUANTITY_DEAL", "AGREED", null, null, 3, null, null);
        promotion("PR-GIFT", "FREE_GOODS", "AGREED", null, null, 10, "BOLT", null);
        promotion("PR-SET", "BUNDLE", null, null, null, null, null, "19.99");
        rows.add(ErpTable.PROMOTION_CONTENT, "PR-SET", "AGREED", 2);
        rows.add(ErpTable.PROMOTION_CONTENT, "PR-SET", "FITTING", 1);
        promotion("PR-GROUP", "PRICE_CUT", null, "FASTENERS", 5, null, null, null);
        promotion("PR-OTHER", "PRICE_CUT", null, "FILLERS", 5, null, null, null);
        orders();
    }

    private void agreement(
            String id,
            String account,
            String priceGroup,
            String item,
            String group,
            String currency,
            int min,
            String netPrice,
            String chain) {
        rows.add(
                ErpTable.AGREEMENT,
                id,
                account,
                priceGroup,
                item,
                group,
                currency,
                currency == null ? null : "EA",
                min,
                netPrice == null ? null : new BigDecimal(netPrice),
                1,
                chain,
                START,
                null);
    }

    private void promotion(
            String id,
            String kind,
            String item,
            String group,
            Integer percent,
            Integer take,
            String gift,
            String bundlePrice) {
        rows.add(
                ErpTable.PROMOTION,
                id,
                "Promotion " + id,
                kind,
                item,
                group,
                0,
                percent,
                null,
                take,
                take == null || gift != null ? null : take - 1,
                bundlePrice == null ? null : new BigDecimal(bundlePrice),
                gift,
                gift == null ? null : 1,
                bundlePrice == null ? null : "GBP",
                START,
                null);
    }

    private void orders() {
        rows.add(ErpTable.ORDER_DISCOUNT, "OD-ALL", "All", null, null, "GBP", 500, 2, null, START, null);
        rows.add(ErpTable.ORDER_DISCOUNT, "OD-OWN", "Own", "A-OWN", null, "GBP", 0, null, 10, START, YEAR);
        rows.add(ErpTable.ORDER_DISCOUNT, "OD-TRADE", "Trade", null, "TRADE", "GBP", 0, 3, null, START, null);
        rows.add(ErpTable.ORDER_DISCOUNT, "OD-PLAIN", "Plain", "A-PLAIN", null, "EUR", 0, 1, null, START, null);
        rows.add(
                ErpTable.ORDER_CHARGE,
                "CH-1",
                "FREIGHT",
                "FREIGHT",
                "Freight",
                "GB",
                "HU.*",
                "GBP",
                0,
                5,
                new BigDecimal("4.5"),
                new BigDecimal("0.25"),
                0,
                "STANDARD",
                START,
                null);
        rows.add(
                ErpTable.ORDER_CHARGE,
                "CH-2",
                "SURCHARGE",
                "SMALL",
                "Small",
                null,
                null,
                "GBP",
                0,
                0,
                5,
                0,
                1,
                null,
                START,
                null);
    }
}
