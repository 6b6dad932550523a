package org.throughline.shared;

import java.util.List;

/** Thrown when a request cannot be served; carries everything that the caller is told. */
public final class ServiceFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** @param violations not empty; the first decides the category */
    public ServiceFault(List<Violation> violations) {
        super(violations.get(0).code() + " " + violations.get(0).message());
        this.violations = List.copyOf(violations);
    }

    public ServiceFault(Violation violation) {
        this(List.of(violation));
    }

    public ServiceFault(Violation violation, Throwable cause) {
        this(violation);
        initCause(cause);
    }

    public List<Violation> violations() {
        return violations;
    }

    public ErrorCode code() {
        return violations.get(0).code();
    }
}
