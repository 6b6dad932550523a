package org.throughline.erp.embedded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.KeysetCursor;
import org.throughline.database.Prefix;
import org.throughline.database.UtcTimestamp;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.SearchTerms;
import org.throughline.stock.ItemFilter;

/**
 * Finds the ids of a page of items. The most telling condition decides which index is read and so the order of the list:
 * time of change, then words, then group, then id. All other conditions are checked along the way.
 */
final class ItemSearch {

    private final ItemFilter filter;
    private final List<String> words;
    private final Order order;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    private enum Order {
        BY_CHANGE("i.changed_at", "i.id", "item i"),
        BY_WORD("t.term", "t.item_id", "item_term t join item i on i.id = t.item_id"),
        BY_ID("i.id", "i.id", "item i");

        private final String first;
        private final String id;
        private final String tables;

        Order(String first, String id, String tables) {
            this.first = first;
            this.id = id;
            this.tables = tables;
        }
    }

    private ItemSearch(ItemFilter filter) {
        this.filter = filter;
        this.words =
                filter.text().map(text -> List.copyOf(SearchTerms.words(text))).orElse(List.of());
        this.order =
                filter.changedSince().isPresent() ? Order.BY_CHANGE : words.isEmpty() ? Order.BY_ID : Order.BY_WORD;
    }

    static ItemSearch of(ItemFilter filter) {
        return new ItemSearch(filter);
    }

    Page<String> page(JdbcClient jdbc, PageRequest page) {
        if (filter.text().isPresent() && words.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        filter();
        KeysetCursor.decode(page, query(), 2).ifPresent(this::after);
        List<Key> keys = jdbc.sql(sql())
                .params(parameters)
                .param(page.size() + 1)
                .query((row, number) -> new Key(
                        order == Order.BY_CHANGE
                                ? UtcTimestamp.read(row, "first_key").toString()
                                : row.getString("first_key"),
                        row.getString("item_id")))
                .list();
        return page(keys, page.size());
    }

    private record Key(String first, String id) {}

    private Page<String> page(List<Key> keys, int size) {
        boolean last = keys.size() <= size;
        List<Key> kept = last ? keys : keys.subList(0, size);
        List<String> ids = kept.stream().map(Key::id).toList();
        return new Page<>(ids, last ? Optional.empty() : Optional.of(cursor(kept.get(size - 1))));
    }

    private String cursor(Key key) {
        return KeysetCursor.encode(query(), List.of(key.first(), key.id()));
    }

    private String query() {
        return "items " + filter;
    }

    private String sql() {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        String orderBy = order == Order.BY_ID ? order.id : order.first + ", " + order.id;
        return "select " + order.first + " as first_key, i.id as item_id from " + order.tables + where + " order by "
                + orderBy + " fetch first ? rows only";
    }

    private void filter() {
        filter.changedSince().ifPresent(since -> add("i.changed_at >= ?", UtcTimestamp.of(since)));
        filter.idPrefix().map(Prefix::of).ifPresent(prefix -> {
            add("i.id >= ?", prefix.from());
            add("i.id < ?", prefix.to());
        });
        filter.group().ifPresent(group -> add("i.item_group = ?", group));
        for (int i = 0; i < words.size(); i++) {
            if (i == 0 && order == Order.BY_WORD) {
                firstMatchOf(Prefix.of(words.get(i)));
            } else {
                alsoMatches(Prefix.of(words.get(i)));
            }
        }
    }

    /** An item that matches by several of its words appears once, at the first of them. */
    private void firstMatchOf(Prefix word) {
        add("t.term >= ?", word.from());
        add("t.term < ?", word.to());
        add(
                "not exists (select 1 from item_term o where o.item_id = t.item_id and o.term >= ? and o.term < t.term)",
                word.from());
    }

    private void alsoMatches(Prefix word) {
        add("exists (select 1 from item_term o where o.item_id = i.id and o.term >= ? and o.term < ?)", word.from());
        parameters.add(word.to());
    }

    private void after(List<String> key) {
        if (order == Order.BY_ID) {
            add("i.id > ?", key.get(1));
        } else if (order == Order.BY_WORD) {
            afterFirst(key.get(0), key.get(0), key.get(1));
        } else {
            Instant changed = KeysetCursor.part(key.get(0), Instant::parse);
            afterFirst(UtcTimestamp.of(changed), UtcTimestamp.of(changed), key.get(1));
        }
    }

    private void afterFirst(Object first, Object again, String id) {
        add(order.first + " >= ?", first);
        add("(" + order.first + " > ? or " + order.id + " > ?)", again);
        parameters.add(id);
    }

    private void add(String condition, Object parameter) {
        conditions.add(condition);
        parameters.add(parameter);
    }
}
