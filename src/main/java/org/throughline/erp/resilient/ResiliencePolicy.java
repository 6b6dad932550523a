package org.throughline.erp.resilient;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much is expected of an ERP.
 *
 * @param timeOut how long is waited for an answer of the ERP
 * @param unhurriedTimeOut the same for changes of {@link org.throughline.shared.Unhurried} ports
 * @param concurrency how many calls the ERP gets at the same time; more wait
 * @param window of how many calls half must have failed before the ERP counts as down
 * @param pause how long an ERP that counts as down is left alone before it is tried again
 * @param degradedFor how old an answer may be that is given instead, at most; zero: none is given
 * @param freshFor how old an answer may be that is given without asking the ERP, unless the caller asks for a younger one; zero:
 *     the ERP is always asked
 * @param memoryBytes how much is remembered for both, about
 */
public record ResiliencePolicy(
        Duration timeOut,
        Duration unhurriedTimeOut,
        int concurrency,
        int window,
        Duration pause,
        Duration degradedFor,
        Duration freshFor,
        long memoryBytes) {

    public ResiliencePolicy {
        requireNonNull(timeOut, "timeOut");
        requireNonNull(unhurriedTimeOut, "unhurriedTimeOut");
        requireNonNull(pause, "pause");
        requireNonNull(degradedFor, "degradedFor");
        requireNonNull(freshFor, "freshFor");
    }
}
