package org.throughline.erp.tryton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.throughline.database.KeysetCursor;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** Lists of Tryton's records in the order of their ids in the database, whose pages cost the same however deep. */
final class TrytonPages {

    private final TrytonClient tryton;

    TrytonPages(TrytonClient tryton) {
        this.tryton = tryton;
    }

    /**
     * A page of the records that meet a condition that Tryton cannot be asked for in full.
     *
     * @param query the narrowest that Tryton can be asked, without order and limit
     * @param wanted says of what Tryton found whether it is wanted
     * @param name identifies the list: its name and all its filters
     */
    Page<TrytonRecord> page(TrytonQuery query, Predicate<TrytonRecord> wanted, PageRequest page, String name) {
        long after = KeysetCursor.decode(page, name, 1).map(TrytonPages::id).orElse(0L);
        List<TrytonRecord> found = new ArrayList<>();
        boolean more = true;
        while (more && found.size() <= page.size()) {
            List<TrytonRecord> batch = tryton.searchRead(
                    query.where("id", ">", after).ascending("id").limit(page.size() + 1));
            batch.stream().filter(wanted).forEach(found::add);
            more = batch.size() > page.size();
            after = batch.isEmpty() ? after : batch.get(batch.size() - 1).id();
        }
        return cut(found, page.size(), name);
    }

    private static Page<TrytonRecord> cut(List<TrytonRecord> found, int size, String name) {
        if (found.size() <= size) {
            return new Page<>(found, Optional.empty());
        }
        String last = Long.toString(found.get(size - 1).id());
        return new Page<>(found.subList(0, size), Optional.of(KeysetCursor.encode(name, List.of(last))));
    }

    private static long id(List<String> key) {
        return KeysetCursor.part(key.get(0), Long::parseLong);
    }

    /** The text as a part of a pattern of like and ilike. */
    static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
