package org.throughline.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/**
 * Reads many records by their keys with few statements. Each batch is filled up to one of a few sizes by repeating its
 * last key, so that the database meets few different statements and can keep their plans.
 */
public final class KeyBatches {

    private static final int[] SIZES = {1, 2, 5, 10, 20, 50, 100, 200, 500};
    private static final int LARGEST = SIZES[SIZES.length - 1];

    private KeyBatches() {}

    /**
     * The rows of all batches.
     *
     * @param keys any number; duplicates are read once
     * @param query reads one batch of 1 to 500 keys with one statement
     */
    public static <K, R> List<R> read(Collection<K> keys, Function<List<K>, List<R>> query) {
        List<R> rows = new ArrayList<>();
        for (List<K> batch : of(keys)) {
            rows.addAll(query.apply(batch));
        }
        return rows;
    }

    static <K> List<List<K>> of(Collection<K> keys) {
        List<K> distinct = List.copyOf(new LinkedHashSet<>(keys));
        List<List<K>> batches = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += LARGEST) {
            batches.add(filledUp(distinct.subList(from, Math.min(from + LARGEST, distinct.size()))));
        }
        return batches;
    }

    private static <K> List<K> filledUp(List<K> keys) {
        List<K> filled = new ArrayList<>(keys);
        filled.addAll(Collections.nCopies(sizeFor(keys.size()) - keys.size(), keys.get(keys.size() - 1)));
        return filled;
    }

    private static int sizeFor(int count) {
        int index = 0;
        while (SIZES[index] < count) {
            index++;
        }
        return SIZES[index];
    }
}
