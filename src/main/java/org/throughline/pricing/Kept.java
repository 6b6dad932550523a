package org.throughline.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The last few things that were made, for many threads. What two threads make at the same time may be made twice; one of
 * them is kept.
 */
final class Kept<T> {

    private final int most;
    private volatile List<T> kept = List.of();

    Kept(int most) {
        this.most = most;
    }

    /** The one that is wanted, made when it is not there. */
    T get(Predicate<T> wanted, Supplier<T> making) {
        List<T> there = kept;
        for (int i = 0; i < there.size(); i++) {
            T each = there.get(i);
            if (wanted.test(each)) {
                return each;
            }
        }
        T made = making.get();
        kept = withFirst(made, there);
        return made;
    }

    private List<T> withFirst(T made, List<T> there) {
        List<T> next = new ArrayList<>(most);
        next.add(made);
        next.addAll(there.subList(0, Math.min(there.size(), most - 1)));
        return List.copyOf(next);
    }
}
