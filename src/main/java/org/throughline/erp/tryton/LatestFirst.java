package org.throughline.erp.tryton;

import static org.throughline.erp.tryton.TrytonQuery.clause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.throughline.database.KeysetCursor;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/**
 * Lists of Tryton's records that give the latest first and, of a day, the greatest ids. What Tryton cannot look for is picked
 * out here: then records are read on until the page is full, but only so far that every page costs alike; the rest is left to
 * the next page.
 *
 * @param date the field with the day
 * @param ids fields with numbers that tell the records of a day apart, the most important first
 */
record LatestFirst(TrytonClient tryton, String date, List<String> ids) {

    private static final int PARTS = 10;

    /**
     * @param query without order and limit
     * @param name tells the list and its filters apart from others, for the cursor
     * @param wanted what Tryton could not look for
     */
    Page<TrytonRecord> page(TrytonQuery query, PageRequest page, String name, Predicate<TrytonRecord> wanted) {
        List<TrytonRecord> found = new ArrayList<>();
        Key key = before(page, name);
        boolean atEnd = false;
        for (int part = 0; part < PARTS && found.size() <= page.size() && !atEnd; part++) {
            List<TrytonRecord> rows = rows(query, key, page.size() + 1);
            rows.stream().filter(wanted).forEach(found::add);
            atEnd = rows.size() <= page.size();
            key = rows.isEmpty() ? key : key(rows.get(rows.size() - 1));
        }
        if (found.size() > page.size()) {
            List<TrytonRecord> entries = found.subList(0, page.size());
            return new Page<>(
                    entries, Optional.of(key(entries.get(page.size() - 1)).cursor(name)));
        }
        return new Page<>(found, atEnd ? Optional.empty() : Optional.of(key.cursor(name)));
    }

    /** Reads the whole list. */
    void each(TrytonQuery query, Consumer<TrytonRecord> reader) {
        Key key = null;
        List<TrytonRecord> rows;
        do {
            rows = rows(query, key, PageRequest.MAX_SIZE);
            rows.forEach(reader);
            key = rows.isEmpty() ? key : key(rows.get(rows.size() - 1));
        } while (rows.size() == PageRequest.MAX_SIZE);
    }

    private List<TrytonRecord> rows(TrytonQuery query, Key after, int limit) {
        TrytonQuery ordered = query.descending(date);
        for (String id : ids) {
            ordered = ordered.descending(id);
        }
        return tryton.searchRead((after == null ? ordered : ordered.where(after.condition(this))).limit(limit));
    }

    private Key key(TrytonRecord row) {
        return new Key(row.date(date), ids.stream().map(row::number).toList());
    }

    private Key before(PageRequest page, String name) {
        return KeysetCursor.decode(page, name, 1 + ids.size()).map(Key::of).orElse(null);
    }

    private record Key(LocalDate day, List<Long> numbers) {

        static Key of(List<String> texts) {
            return new Key(
                    KeysetCursor.part(texts.get(0), LocalDate::parse),
                    texts.stream()
                            .skip(1)
                            .map(text -> KeysetCursor.part(text, Long::valueOf))
                            .toList());
        }

        String cursor(String name) {
            return KeysetCursor.encode(
                    name,
                    Stream.concat(Stream.of(day), numbers.stream())
                            .map(Object::toString)
                            .toList());
        }

        /** What comes after the record of this key. */
        List<Object> condition(LatestFirst list) {
            List<Object> any = new ArrayList<>(List.of("OR", clause(list.date, "<", day)));
            IntStream.range(0, numbers.size()).forEach(last -> any.add(lower(list, last)));
            return any;
        }

        private List<Object> lower(LatestFirst list, int last) {
            List<Object> all = new ArrayList<>(List.of(clause(list.date, "=", day)));
            for (int i = 0; i <= last; i++) {
                all.add(clause(list.ids.get(i), i < last ? "=" : "<", numbers.get(i)));
            }
            return all;
        }
    }
}
