package org.throughline.pricing;

import java.util.Optional;
import java.util.function.Supplier;
import org.throughline.shared.AnswerId;

/** Keeps answers on prices and tax, so that they can be explained later. */
public interface Answers {

    /** What an answer was about. */
    enum Kind {
        PRICE,
        TAX
    }

    /**
     * Keeps an answer. Returns at once: the answer is written by another thread within a second, or when the service ends
     * in order; what is given in the last second before a crash is lost.
     *
     * @param weight how large it is, in lines
     * @param message writes the question and the answer; called by another thread, so what it writes must not change. It must
     *     stay readable for later versions of the program.
     * @return empty when answers are not kept, or when there is no room because the store does not keep up
     */
    Optional<AnswerId> keep(Kind kind, int weight, Supplier<byte[]> message);

    /** @return empty when it was never given, or its time is over */
    Optional<KeptAnswer> find(AnswerId id);
}
