package org.throughline.pricing;

import java.util.Optional;
import java.util.function.Supplier;
import org.throughline.shared.AnswerId;

/** Keeps nothing. */
public final class NoAnswers implements Answers {

    @Override
    public Optional<AnswerId> keep(Kind kind, int weight, Supplier<byte[]> message) {
        return Optional.empty();
    }

    @Override
    public Optional<KeptAnswer> find(AnswerId id) {
        return Optional.empty();
    }
}
