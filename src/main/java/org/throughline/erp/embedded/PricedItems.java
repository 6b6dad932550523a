package org.throughline.erp.embedded;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.KeysetCursor;
import org.throughline.pricing.PriceTerms;
import org.throughline.shared.ItemId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/**
 * Pages through the items that have a price for somebody: an index range for each list and kind of agreement, or of the
 * item group. An item has many prices; they are told apart here, because a database asked for distinct ones sorts all that
 * are left of the list. For the same reason items are looked up by scalar subqueries, which no database turns into joins.
 */
final class PricedItems {

    /** How many prices an item has in a list on a day, mostly. */
    private static final int PRICES_AN_ITEM = 3;

    private static final String LISTS = """
            select id from price_list
            where currency = :currency and prices_include_tax = :includeTax and (is_general = true or id = :ownList)
            order by id""";
    private static final String VALID = " and p.valid_from <= :date and (p.valid_to is null or p.valid_to > :date)";
    private static final String FIRST = " fetch first :rows rows only";

    private final JdbcClient jdbc;

    PricedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where prices stand, and the condition that finds those of one list, account or price group. */
    private enum Place {
        LIST("list_price", "p.price_list_id = :owner"),
        ACCOUNT("agreement", "p.account_id = :owner and p.currency = :currency and p.net_price is not null"),
        PRICE_GROUP("agreement", "p.price_group = :owner and p.currency = :currency and p.net_price is not null");

        private final String ofAll;
        private final String ofGroup;

        Place(String table, String condition) {
            this.ofAll = "select p.item_id from " + table + " p where " + condition + VALID + " and p.item_id > :after"
                    + " and (select i.status from item i where i.id = p.item_id) <> 'BLOCKED' order by p.item_id"
                    + FIRST;
            this.ofGroup = "select i.id from item i where i.item_group = :itemGroup and i.id > :after"
                    + " and i.status <> 'BLOCKED' and (select count(*) from " + table + " p where p.item_id = i.id and "
                    + condition + VALID + ") > 0 order by i.id" + FIRST;
        }
    }

    Page<ItemId> page(PriceTerms buyer, LocalDate date, String itemGroup, PageRequest page) {
        String query = String.join("|", "prices", String.valueOf(buyer.account()), date.toString(), "" + itemGroup);
        String after =
                KeysetCursor.decode(page, query, 1).map(key -> key.get(0)).orElse("");
        TreeSet<String> found = new Search(buyer, date, itemGroup, page.size() + 1).after(after);
        List<String> onPage = found.stream().limit(page.size()).toList();
        Optional<String> next = found.size() > onPage.size()
                ? Optional.of(KeysetCursor.encode(query, List.of(onPage.get(onPage.size() - 1))))
                : Optional.empty();
        return new Page<>(onPage.stream().map(ItemId::new).toList(), next);
    }

    private final class Search {

        private final PriceTerms buyer;
        private final LocalDate date;
        private final String itemGroup;
        private final int size;

        private Search(PriceTerms buyer, LocalDate date, String itemGroup, int size) {
            this.buyer = buyer;
            this.date = date;
            this.itemGroup = itemGroup;
            this.size = size;
        }

        /** At least as many as wanted, when there are so many. */
        private TreeSet<String> after(String item) {
            TreeSet<String> found = new TreeSet<>();
            lists().forEach(list -> found.addAll(in(Place.LIST, list, item)));
            if (buyer.account() != null) {
                found.addAll(in(Place.ACCOUNT, buyer.account().value(), item));
            }
            if (buyer.priceGroup() != null) {
                found.addAll(in(Place.PRICE_GROUP, buyer.priceGroup(), item));
            }
            return found;
        }

        private List<String> lists() {
            return jdbc.sql(LISTS)
                    .param("currency", buyer.currency().getCurrencyCode())
                    .param("includeTax", buyer.pricesIncludeTax())
                    .param("ownList", buyer.priceList() == null ? "" : buyer.priceList())
                    .query(String.class)
                    .list();
        }

        private TreeSet<String> in(Place place, String owner, String after) {
            TreeSet<String> found = new TreeSet<>();
            int most = itemGroup == null ? size * PRICES_AN_ITEM : size;
            String from = after;
            List<String> rows;
            do {
                rows = rows(place, owner, from, most);
                found.addAll(rows);
                from = rows.isEmpty() ? from : rows.get(rows.size() - 1);
            } while (rows.size() == most && found.size() < size);
            return found;
        }

        private List<String> rows(Place place, String owner, String after, int most) {
            JdbcClient.StatementSpec statement = jdbc.sql(itemGroup == null ? place.ofAll : place.ofGroup)
                    .param("owner", owner)
                    .param("after", after)
                    .param("date", Date.valueOf(date))
                    .param("rows", most);
            if (place != Place.LIST) {
                statement = statement.param("currency", buyer.currency().getCurrencyCode());
            }
            if (itemGroup != null) {
                statement = statement.param("itemGroup", itemGroup);
            }
            return statement.query(String.class).list();
        }
    }
}
