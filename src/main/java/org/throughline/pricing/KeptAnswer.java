package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An answer as it was given.
 *
 * @param message the question and the answer, as they were written
 */
public record KeptAnswer(Answers.Kind kind, Instant givenAt, byte[] message) {

    public KeptAnswer {
        requireNonNull(kind, "kind");
        requireNonNull(givenAt, "givenAt");
        requireNonNull(message, "message");
    }
}
