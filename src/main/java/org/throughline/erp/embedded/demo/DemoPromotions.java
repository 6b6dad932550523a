package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;
import org.throughline.shared.SearchTerms;

/**
 * Promotions of every kind, discounts and charges on whole orders, and the customer that shows them. Promotions start after
 * the demo's last order, so that they change none of its prices.
 */
final class DemoPromotions {

    /** In Shetland, where freight is charged; has discounts on its orders. */
    static final String CUSTOMER = "P0001";

    private static final LocalDate START = DemoCalendar.END.plusDays(1);
    private static final LocalDate END = LocalDate.of(2028, 1, 1);
    private static final List<String> SHELVES = List.of("ST021", "ST022", "ST023");

    private final RowBatch rows;

    private DemoPromotions(RowBatch rows) {
        this.rows = rows;
    }

    static void write(RowBatch rows) {
        DemoPromotions demo = new DemoPromotions(rows);
        demo.priceCuts();
        demo.basketPromotions();
        demo.customer();
        demo.contradiction();
        demo.orderDiscounts();
        demo.charges();
    }

    /** Shelves of all sizes reach quantity breaks together. */
    static String breakGroup(DemoItem item) {
        return SHELVES.contains(item.id()) ? "SHELVES" : null;
    }

    private void priceCuts() {
        cut("PR-WINTER", "Winter light", null, "LIGHTING", 0, "15", null);
        cut("PR-DRILL", "Drill weeks", "PT001", null, 2, "20", null);
        cut("PR-SWITCH", "Switch over", "EL022", null, 5, null, "0.50");
    }

    private void basketPromotions() {
        promotion("PR-GLOVES", "Three for two", "QUANTITY_DEAL", "SA011", 3, 2, null, null, null);
        promotion("PR-BITS", "Goggles with every ten", "FREE_GOODS", "HT021", 10, null, null, "SA021", 1);
        promotion("PR-BENCH", "Bench set", "BUNDLE", null, null, null, "105.00", null, null);
        rows.add(ErpTable.PROMOTION_CONTENT, "PR-BENCH", "PT011", 1);
        rows.add(ErpTable.PROMOTION_CONTENT, "PR-BENCH", "HT011", 2);
    }

    private void cut(
            String id, String description, String item, String itemGroup, int from, String percent, String amount) {
        rows.add(
                ErpTable.PROMOTION,
                id,
                description,
                "PRICE_CUT",
                item,
                itemGroup,
                from,
                percent == null ? null : new BigDecimal(percent),
                amount == null ? null : new BigDecimal(amount),
                null,
                null,
                null,
                null,
                null,
                amount == null ? null : "GBP",
                START,
                END);
    }

    private void promotion(
            String id,
            String description,
            String kind,
            String item,
            Integer take,
            Integer pay,
            String bundlePrice,
            String gift,
            Integer free) {
        rows.add(
                ErpTable.PROMOTION,
                id,
                description,
                kind,
                item,
                null,
                0,
                null,
                null,
                take,
                pay,
                bundlePrice == null ? null : new BigDecimal(bundlePrice),
                gift,
                free,
                bundlePrice == null ? null : "GBP",
                START,
                END);
    }

    private void customer() {
        rows.add(
                ErpTable.ACCOUNT,
                CUSTOMER,
                "Northern Isles Fit-out Ltd",
                "ACTIVE",
                "GB",
                "GBP",
                "NET30",
                null,
                null,
                "GB",
                null,
                null,
                null,
                null,
                null,
                BigDecimal.valueOf(50_000),
                null,
                DemoCalendar.at(DemoCalendar.START.minusDays(40), 9));
        for (String kind : List.of("BILLING", "SHIPPING")) {
            rows.add(
                    ErpTable.ACCOUNT_ADDRESS,
                    CUSTOMER,
                    kind.substring(0, 4),
                    kind,
                    true,
                    "Northern Isles Fit-out Ltd",
                    "2 Harbour Road",
                    null,
                    "Lerwick",
                    null,
                    "ZE1 0AA",
                    "GB");
        }
        for (String word : SearchTerms.words("Northern Isles Fit-out Ltd")) {
            rows.add(ErpTable.ACCOUNT_TERM, "NAME", word, CUSTOMER);
        }
        rows.add(ErpTable.ACCOUNT_TERM, "POSTCODE", SearchTerms.compact("ZE1 0AA"), CUSTOMER);
    }

    /** What happens when somebody forgot to end the old agreement. */
    private void contradiction() {
        agreement("AG-P001", "4.00");
        agreement("AG-P002", "3.50");
    }

    private void agreement(String id, String price) {
        rows.add(
                ErpTable.AGREEMENT,
                id,
                CUSTOMER,
                null,
                "EL023",
                null,
                "GBP",
                "EA",
                0,
                new BigDecimal(price),
                1,
                null,
                DemoCalendar.EPOCH,
                null);
    }

    /** The tier for everybody begins where none of the demo's orders comes. */
    private void orderDiscounts() {
        orderDiscount("OD-0001", "Loyalty discount", CUSTOMER, "500", "3", null);
        orderDiscount("OD-0002", "Loyalty discount", CUSTOMER, "2000", null, "100");
        orderDiscount("OD-0003", "Container order", null, "1000000", "2", null);
    }

    private void orderDiscount(
            String id, String description, String account, String from, String percent, String amount) {
        rows.add(
                ErpTable.ORDER_DISCOUNT,
                id,
                description,
                account,
                null,
                "GBP",
                new BigDecimal(from),
                percent == null ? null : new BigDecimal(percent),
                amount == null ? null : new BigDecimal(amount),
                DemoCalendar.EPOCH,
                null);
    }

    /** To Shetland: 12.50 and 0.35 a kilogram, nothing from 2,500 on; small orders cost 7.50 more. */
    private void charges() {
        charge("FR-ISLES", "FREIGHT", "Freight to the isles", "0", "12.50", "0.35", null);
        charge("FR-ISLES-FREE", "FREIGHT", "Freight paid", "2500", "0", "0", null);
        charge("SU-SMALL", "SURCHARGE", "Small order", "0", "7.50", "0", "STANDARD");
        charge("SU-SMALL-NOT", "SURCHARGE", "No small order", "100", "0", "0", "STANDARD");
    }

    private void charge(
            String id, String kind, String description, String from, String amount, String perKilogram, String tax) {
        rows.add(
                ErpTable.ORDER_CHARGE,
                id,
                kind,
                kind,
                description,
                "GB",
                "ZE.*",
                "GBP",
                new BigDecimal(from),
                0,
                new BigDecimal(amount),
                new BigDecimal(perKilogram),
                0,
                tax,
                DemoCalendar.EPOCH,
                null);
    }
}
