package org.throughline.erp.resilient;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;

/** Lets calls through to the ERP while it is well, and says in the words of the catalogue when it is not. */
final class Guard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final float HALF_OF_THE_CALLS = 50;

    private final ResiliencePolicy policy;
    private final CircuitBreaker breaker;
    private final TimeLimit limit;

    Guard(String name, ResiliencePolicy policy) {
        this.policy = policy;
        this.limit = new TimeLimit(name, policy.concurrency());
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(policy.window())
                        .minimumNumberOfCalls(policy.window())
                        .failureRateThreshold(HALF_OF_THE_CALLS)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(policy.pause())
                        .recordException(Outage::is)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(event -> LOG.warn("calls to the ERP {}: {}", name, event.getStateTransition()));
    }

    /**
     * Makes a call that changes nothing.
     *
     * @throws ServiceFault ERP_UNAVAILABLE when the ERP is down, slow or was not asked because of that
     */
    <T> T ask(Callable<T> call) throws Exception {
        try {
            return guarded(call, policy.timeOut());
        } catch (Exception failure) {
            throw Outage.is(failure) ? unavailable(failure) : failure;
        }
    }

    /**
     * Makes a call that may change something.
     *
     * @throws ServiceFault ERP_UNAVAILABLE when it is certain that nothing was changed; OUTCOME_UNKNOWN when it is not
     */
    <T> T change(Callable<T> call, boolean unhurried) throws Exception {
        try {
            return guarded(call, unhurried ? policy.unhurriedTimeOut() : policy.timeOut());
        } catch (Exception failure) {
            if (Outage.isBefore(failure)) {
                throw unavailable(failure);
            }
            throw Outage.is(failure) ? unknown(failure) : failure;
        }
    }

    /** What the ERP's own work asks of it, is part of that work. */
    private <T> T guarded(Callable<T> call, Duration timeOut) throws Exception {
        if (limit.isWithinACall()) {
            return call.call();
        }
        try {
            return breaker.executeCallable(() -> limit.call(call, timeOut));
        } catch (ExecutionException thrown) {
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw thrown;
        }
    }

    CircuitBreaker.State state() {
        return breaker.getState();
    }

    private ServiceFault unavailable(Exception failure) {
        return fault(ErrorCode.ERP_UNAVAILABLE, "Try again later.", failure);
    }

    private ServiceFault unknown(Exception failure) {
        return fault(ErrorCode.OUTCOME_UNKNOWN, "Look at the record before you send the request again.", failure);
    }

    private ServiceFault fault(ErrorCode code, String remedy, Exception failure) {
        return new ServiceFault(code.at("").withRemedy(Remedy.of(remedy)), failure).retryingAfter(policy.pause());
    }

    @Override
    public void close() {
        limit.close();
    }
}
