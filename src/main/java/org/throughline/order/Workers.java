package org.throughline.order;

import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Those who carry requests out. */
public interface Workers {

    /** Everybody works for himself, for as long as it takes. */
    Workers CALLERS = new Workers() {
        @Override
        public <T> T run(Claim.Granted claim, Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T keeping(Claim.Granted claim, Supplier<T> work) {
            return work.get();
        }
    };

    /**
     * Does the work for somebody who does not wait for ever, and keeps the claim while it is done.
     *
     * @throws TimeoutException when it takes too long; it is gone on with all the same
     * @throws java.util.concurrent.RejectedExecutionException when nobody is free; nothing is done
     */
    <T> T run(Claim.Granted claim, Supplier<T> work) throws TimeoutException;

    /** Does the work at once, for as long as it takes, and keeps the claim meanwhile. */
    <T> T keeping(Claim.Granted claim, Supplier<T> work);
}
