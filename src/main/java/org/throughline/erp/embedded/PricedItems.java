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

/** Pages through the items that have a price for somebody: one index range for each list and kind of agreement. */
final class PricedItems {

    private static final String LISTS = """
            select id from price_list
            where currency = :currency and prices_include_tax = :includeTax and (is_general = true or id = :ownList)
            order by id""";
    private static final String OF_LIST = """
            select distinct p.item_id from list_price p join item i on i.id = p.item_id
            where p.price_list_id = :owner""";
    private static final String OF_ACCOUNT = """
            select distinct p.item_id from agreement p join item i on i.id = p.item_id
            where p.account_id = :owner and p.currency = :currency and p.net_price is not null""";
    private static final String OF_PRICE_GROUP = """
            select distinct p.item_id from agreement p join item i on i.id = p.item_id
            where p.price_group = :owner and p.currency = :currency and p.net_price is not null""";
    private static final String FROM_HERE_ON = """

                and p.item_id > :after and p.valid_from <= :date and (p.valid_to is null or p.valid_to > :date)
                and i.status <> 'BLOCKED'""";
    private static final String IN_GROUP = " and i.item_group = :itemGroup";
    private static final String FIRST = " order by p.item_id fetch first :size rows only";

    private final JdbcClient jdbc;

    PricedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<ItemId> page(PriceTerms buyer, LocalDate date, String itemGroup, PageRequest page) {
        String query = String.join("|", "prices", String.valueOf(buyer.account()), date.toString(), "" + itemGroup);
        String after =
                KeysetCursor.decode(page, query, 1).map(key -> key.get(0)).orElse("");
        Search search = new Search(after, date, itemGroup, page.size() + 1);
        TreeSet<String> found = new TreeSet<>();
        lists(buyer).forEach(list -> found.addAll(search.run(OF_LIST, list, null)));
        if (buyer.account() != null) {
            found.addAll(search.run(
                    OF_ACCOUNT, buyer.account().value(), buyer.currency().getCurrencyCode()));
        }
        if (buyer.priceGroup() != null) {
            found.addAll(search.run(
                    OF_PRICE_GROUP, buyer.priceGroup(), buyer.currency().getCurrencyCode()));
        }
        List<String> onPage = found.stream().limit(page.size()).toList();
        Optional<String> next = found.size() > onPage.size()
                ? Optional.of(KeysetCursor.encode(query, List.of(onPage.get(onPage.size() - 1))))
                : Optional.empty();
        return new Page<>(onPage.stream().map(ItemId::new).toList(), next);
    }

    private List<String> lists(PriceTerms buyer) {
        return jdbc.sql(LISTS)
                .param("currency", buyer.currency().getCurrencyCode())
                .param("includeTax", buyer.pricesIncludeTax())
                .param("ownList", buyer.priceList() == null ? "" : buyer.priceList())
                .query(String.class)
                .list();
    }

    private final class Search {

        private final String after;
        private final LocalDate date;
        private final String itemGroup;
        private final int size;

        private Search(String after, LocalDate date, String itemGroup, int size) {
            this.after = after;
            this.date = date;
            this.itemGroup = itemGroup;
            this.size = size;
        }

        /** @param currency null when the statement does not ask for it */
        private List<String> run(String source, String owner, String currency) {
            String sql = source + FROM_HERE_ON + (itemGroup == null ? "" : IN_GROUP) + FIRST;
            JdbcClient.StatementSpec statement = jdbc.sql(sql)
                    .param("owner", owner)
                    .param("after", after)
                    .param("date", Date.valueOf(date))
                    .param("size", size);
            if (currency != null) {
                statement = statement.param("currency", currency);
            }
            if (itemGroup != null) {
                statement = statement.param("itemGroup", itemGroup);
            }
            return statement.query(String.class).list();
        }
    }
}
