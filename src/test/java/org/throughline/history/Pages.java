package org.throughline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.throughline.shared.Answer;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** Reads lists to their end. */
final class Pages {

    /** More than any test writes: a list that never ends fails here instead of running for ever. */
    private static final int LIMIT = 2_000;

    private static final int MOST_WRITTEN = 300;

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

    /**
     * Reads a list while another thread writes, and makes sure that what stood in it before was read exactly once and in
     * the same order, and nothing else twice.
     *
     * @param write one more document; called again and again
     * @param key tells entries apart
     */
    static <T> void staysWhole(Function<PageRequest, Answer<Page<T>>> list, Function<T, ?> key, IntConsumer write) {
        List<?> before = all(PageRequest.MAX_SIZE, list).stream().map(key).toList();
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> {
            int written = 0;
            while (!done.get() && written < MOST_WRITTEN) {
                write.accept(written++);
            }
            return written;
        });
        List<Object> read;
        try {
            read = new ArrayList<>(all(3, list).stream().map(key).toList());
        } finally {
            done.set(true);
        }
        assertThat(writer.join()).as("written meanwhile").isPositive();
        assertThat(read).doesNotHaveDuplicates();
        read.retainAll(before);
        assertThat(read).as("what stood there before").isEqualTo(before);
    }
}
