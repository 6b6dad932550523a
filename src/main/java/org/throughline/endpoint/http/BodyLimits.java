package org.throughline.endpoint.http;

import java.time.Duration;

/**
 * What a request's body may cost.
 *
 * @param bytes how large it may be
 * @param time how long it may be waited for, in all
 */
public record BodyLimits(long bytes, Duration time) {}
