package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;

/** Price lists with quantity breaks and agreements, and the prices that orders were taken at. */
final class DemoPrices {

    private static final Map<String, String> FACTORS = Map.of("GBP", "1", "EUR", "1.2", "USD", "1.3");
    private static final BigDecimal RISE = new BigDecimal("1.03");
    private static final String[] BREAK_FACTORS = {"1", "0.95", "0.90"};

    /** What agreements say: account or price group, with item or item group, to a net price or a chain. */
    private final Map<String, BigDecimal> netPrices = new HashMap<>();

    private final Map<String, String> chains = new HashMap<>();
    private int agreements;

    static DemoPrices write(List<DemoItem> items, List<DemoAccount> accounts, RowBatch rows) {
        DemoPrices prices = new DemoPrices();
        FACTORS.keySet().stream().sorted().forEach(currency -> writeList(currency, items, rows));
        prices.writeAgreements(accounts, items, rows);
        return prices;
    }

    private static void writeList(String currency, List<DemoItem> items, RowBatch rows) {
        String list = "LIST-" + currency;
        rows.add(ErpTable.PRICE_LIST, list, "General prices in " + currency, currency, false, true);
        for (DemoItem item : items) {
            for (int step = 0; step < BREAK_FACTORS.length; step++) {
                writePrice(list, item, currency, step, DemoCalendar.EPOCH, DemoCalendar.PRICE_RISE, rows);
                writePrice(list, item, currency, step, DemoCalendar.PRICE_RISE, null, rows);
            }
        }
    }

    private static void writePrice(
            String list, DemoItem item, String currency, int step, LocalDate from, LocalDate until, RowBatch rows) {
        rows.add(
                ErpTable.LIST_PRICE,
                list,
                item.id(),
                item.baseUnit(),
                breakQuantity(item, step),
                listPrice(item, currency, step, from),
                item.priceBase(),
                from,
                until);
    }

    private static int breakQuantity(DemoItem item, int step) {
        int[] breaks = item.priceBase() == 100 ? new int[] {0, 1_000, 5_000} : new int[] {0, 10, 50};
        return breaks[step];
    }

    private static BigDecimal listPrice(DemoItem item, String currency, int step, LocalDate day) {
        BigDecimal price = item.price()
                .multiply(new BigDecimal(FACTORS.get(currency)))
                .multiply(new BigDecimal(BREAK_FACTORS[step]));
        BigDecimal risen = day.isBefore(DemoCalendar.PRICE_RISE) ? price : price.multiply(RISE);
        return risen.setScale(2, RoundingMode.HALF_UP);
    }

    private void writeAgreements(List<DemoAccount> accounts, List<DemoItem> items, RowBatch rows) {
        chain(rows, null, "TRADE", "HAND_TOOLS", "5");
        chain(rows, null, "TRADE", "FASTENERS", "7.5");
        chain(rows, null, "KEY", "POWER_TOOLS", "8;2");
        chain(rows, null, "KEY", "STORAGE", "10");
        for (int i = 0; i < accounts.size(); i += 10) {
            DemoAccount account = accounts.get(i);
            chain(rows, account.id(), null, "HAND_TOOLS", "10;5");
            chain(rows, account.id(), null, "SAFETY", "12.5");
            for (int n = 0; n < 5; n++) {
                netPrice(rows, account, items.get((i * 3 + n * 50 + 1) % items.size()));
            }
        }
    }

    private void chain(RowBatch rows, String account, String priceGroup, String itemGroup, String chain) {
        chains.put((account == null ? priceGroup : account) + "/" + itemGroup, chain);
        rows.add(
                ErpTable.AGREEMENT,
                nextAgreement(),
                account,
                priceGroup,
                null,
                itemGroup,
                null,
                null,
                0,
                null,
                1,
                chain,
                DemoCalendar.EPOCH,
                null);
    }

    private void netPrice(RowBatch rows, DemoAccount account, DemoItem item) {
        BigDecimal price = listPrice(item, account.currency(), 0, DemoCalendar.EPOCH)
                .multiply(new BigDecimal("0.85"))
                .setScale(2, RoundingMode.HALF_UP);
        netPrices.put(account.id() + "/" + item.id(), price);
        rows.add(
                ErpTable.AGREEMENT,
                nextAgreement(),
                account.id(),
                null,
                item.id(),
                null,
                account.currency(),
                item.baseUnit(),
                0,
                price,
                item.priceBase(),
                null,
                DemoCalendar.EPOCH,
                null);
    }

    private String nextAgreement() {
        return "AG-%04d".formatted(++agreements);
    }

    /** The list price for a quantity in base units, per priceBase base units. */
    BigDecimal listPrice(DemoAccount account, DemoItem item, BigDecimal baseQuantity, LocalDate day) {
        int step = BREAK_FACTORS.length - 1;
        while (baseQuantity.compareTo(BigDecimal.valueOf(breakQuantity(item, step))) < 0) {
            step--;
        }
        return listPrice(item, account.currency(), step, day);
    }

    /** The account's price: agreed net price, own chain or its price group's chain on the list price, or list price. */
    BigDecimal unitPrice(DemoAccount account, DemoItem item, BigDecimal listPrice) {
        BigDecimal agreed = netPrices.get(account.id() + "/" + item.id());
        if (agreed != null) {
            return agreed;
        }
        String own = chains.get(account.id() + "/" + item.group());
        String chain = own != null ? own : chains.get(account.priceGroup() + "/" + item.group());
        return chain == null ? listPrice : discounted(listPrice, chain);
    }

    private static BigDecimal discounted(BigDecimal price, String chain) {
        BigDecimal rest = price;
        for (String percent : chain.split(";")) {
            rest = rest.multiply(BigDecimal.ONE.subtract(new BigDecimal(percent).movePointLeft(2)));
        }
        return rest.setScale(4, RoundingMode.HALF_UP);
    }
}
