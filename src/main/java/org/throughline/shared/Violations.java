package org.throughline.shared;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a request, so that a caller learns all of it at once. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    public void add(Violation violation) {
        found.add(violation);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Violation> found() {
        return List.copyOf(found);
    }

    /** @throws ServiceFault with all violations, when there is one */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ServiceFault(found);
        }
    }
}
