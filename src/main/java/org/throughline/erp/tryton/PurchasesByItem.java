package org.throughline.erp.tryton;

import static org.throughline.erp.tryton.TrytonQuery.clause;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.database.KeysetCursor;
import org.throughline.history.PurchaseFilter;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/**
 * Sums up purchases by item, account and currency. Their lines are read in this order, so a page costs what the lines of its
 * own entries cost, wherever it is.
 */
final class PurchasesByItem {

    private static final int KEY_SIZE = 3;
    private static final List<String> ORDER = List.of("product.code", "sale.party.code", "sale.currency.code", "id");
    private static final int PART = 500;

    private final TrytonClient tryton;
    private final PurchaseRows rows;
    private final PurchaseFilter filter;

    PurchasesByItem(TrytonClient tryton, PurchaseRows rows, PurchaseFilter filter) {
        this.tryton = tryton;
        this.rows = rows;
        this.filter = filter;
    }

    /** @param query without order and limit */
    Page<PurchaseSum> page(TrytonQuery query, PageRequest page, String name) {
        List<?> after = KeysetCursor.decode(page, name, KEY_SIZE).orElse(List.of());
        Map<List<String>, PurchaseSum> sums = new LinkedHashMap<>();
        List<TrytonRecord> part;
        do {
            part = tryton.searchRead(ordered(query, after).limit(PART));
            part.stream().filter(row -> rows.isWanted(row, filter)).forEach(row -> add(row, sums));
            after = part.isEmpty() ? after : key(part.get(part.size() - 1));
        } while (part.size() == PART && sums.size() <= page.size());
        return cut(sums, page.size(), name);
    }

    private void add(TrytonRecord row, Map<List<String>, PurchaseSum> sums) {
        sums.computeIfAbsent(PurchaseSum.key(row), key -> new PurchaseSum()).add(row, rows);
    }

    private static Page<PurchaseSum> cut(Map<List<String>, PurchaseSum> sums, int size, String name) {
        List<PurchaseSum> all = new ArrayList<>(sums.values());
        if (all.size() <= size) {
            return new Page<>(all, Optional.empty());
        }
        List<String> last = new ArrayList<>(sums.keySet()).get(size - 1);
        return new Page<>(all.subList(0, size), Optional.of(KeysetCursor.encode(name, last)));
    }

    private static List<Object> key(TrytonRecord row) {
        List<Object> key = new ArrayList<>(PurchaseSum.key(row));
        key.add(row.id());
        return key;
    }

    /** @param after the key behind which is read on, of an item's end without the id; empty for the beginning */
    private static TrytonQuery ordered(TrytonQuery query, List<?> after) {
        TrytonQuery ordered = after.isEmpty() ? query : query.where(later(after));
        for (String field : ORDER) {
            ordered = ordered.ascending(field);
        }
        return ordered;
    }

    private static List<Object> later(List<?> key) {
        List<Object> any = new ArrayList<>(List.of("OR"));
        for (int last = 0; last < key.size(); last++) {
            List<Object> all = new ArrayList<>();
            for (int i = 0; i <= last; i++) {
                all.add(clause(ORDER.get(i), i < last ? "=" : ">", key.get(i)));
            }
            any.add(all);
        }
        return any;
    }
}
