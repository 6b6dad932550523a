package org.throughline.endpoint.fault;

import java.time.Duration;
import java.util.Optional;
import org.throughline.shared.ErrorCategory;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/** When a caller is told to try again: in the detail of the fault and in the header of HTTP (RFC 9110, 10.2.3). */
final class RetryAfter {

    static final String HEADER = "Retry-After";

    /** Where nobody knows better: a queue is short, an outage is not. */
    private static final Duration WHEN_BUSY = Duration.ofSeconds(2);

    private static final Duration WHEN_DOWN = Duration.ofSeconds(30);

    private RetryAfter() {}

    /** Whole seconds, 1 or more; empty when trying again is pointless or nobody knows when it makes sense. */
    static Optional<Integer> secondsOf(ServiceFault fault) {
        return fault.retryAfter().or(() -> usual(fault.code())).map(RetryAfter::seconds);
    }

    private static Optional<Duration> usual(ErrorCode code) {
        if (code.category() != ErrorCategory.UNAVAILABLE) {
            return Optional.empty();
        }
        return Optional.of(code == ErrorCode.SERVICE_BUSY ? WHEN_BUSY : WHEN_DOWN);
    }

    private static int seconds(Duration pause) {
        return Math.toIntExact(Math.max(1, pause.plusMillis(999).toSeconds()));
    }
}
