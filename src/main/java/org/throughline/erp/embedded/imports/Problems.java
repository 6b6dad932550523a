package org.throughline.erp.embedded.imports;

import java.util.ArrayList;
import java.util.List;

/** The wrong rows of an import. Only the first are kept, all are counted, so that a hopeless file fills no memory. */
final class Problems {

    static final int KEPT = 1_000;

    private final List<Problem> kept = new ArrayList<>();
    private long count;

    void add(String file, long line, String reason) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(new Problem(file, line, reason));
        }
    }

    long count() {
        return count;
    }

    List<Problem> kept() {
        return List.copyOf(kept);
    }
}
