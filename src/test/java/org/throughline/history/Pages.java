package org.throughline.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.throughline.shared.Answer;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** Reads lists to their end. */
final class Pages {

    /** More than any test writes: a list that never ends fails here instead of running for ever. */
    private static final int LIMIT = 2_000;

    private Pages() {}

    static <T> List<T> all(int size, Function<PageRequest, Answer<Page<T>>> list) {
        return all(size, list, () -> {});
    }

    /** @param between runs after each page */
    static <T> List<T> all(int size, Function<PageRequest, Answer<Page<T>>> list, Runnable between) {
        List<T> entries = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<T> page = list.apply(new PageRequest(size, cursor)).value();
            if (page.entries().size() > size
                    || cursor.isPresent() && page.entries().isEmpty()
                    || entries.size() > LIMIT) {
                throw new AssertionError("a page of " + page.entries().size());
            }
            entries.addAll(page.entries());
            cursor = page.nextCursor();
            between.run();
        } while (cursor.isPresent());
        return entries;
    }
}
