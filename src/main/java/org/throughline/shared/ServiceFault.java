package org.throughline.shared;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Thrown when a request cannot be served; carries everything that the caller is told. */
public final class ServiceFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;
    private final Duration retryAfter;

    /** @param violations not empty; the first decides the category */
    public ServiceFault(List<Violation> violations) {
        this(violations, (Duration) null);
    }

    public ServiceFault(List<Violation> violations, Throwable cause) {
        this(violations);
        initCause(cause);
    }

    public ServiceFault(Violation violation) {
        this(List.of(violation));
    }

    public ServiceFault(Violation violation, Throwable cause) {
        this(violation);
        initCause(cause);
    }

    private ServiceFault(List<Violation> violations, Duration retryAfter) {
        super(violations.get(0).code() + " " + violations.get(0).message());
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    /** The same, with the time after which it makes sense to try again. */
    public ServiceFault retryingAfter(Duration pause) {
        ServiceFault fault = new ServiceFault(violations, pause);
        fault.initCause(getCause() == null ? this : getCause());
        return fault;
    }

    public List<Violation> violations() {
        return violations;
    }

    public ErrorCode code() {
        return violations.get(0).code();
    }

    /** After which time it makes sense to try again, where whoever threw it knew. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
