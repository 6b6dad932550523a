package org.throughline.order;

import java.util.Optional;

/**
 * One request while it is carried out. {@link HandingOver} calls the steps in their order; a crash between any two of them
 * leads to a new Work for the same request, which starts from the first.
 */
public interface Work<T> {

    /**
     * What came of the request earlier, by our reference; asks the ERP itself. Asked only when the ERP may have something.
     * An exception leaves the request in doubt.
     *
     * @throws org.throughline.shared.ServiceFault ORDER_ALTERED when it was not what had been asked for, and was cancelled
     */
    Optional<Made<T>> earlier();

    /**
     * Decides on the request. Writes nothing to the ERP.
     *
     * @throws org.throughline.shared.ServiceFault when it is refused, or cannot be decided on now
     */
    void decide();

    /**
     * Hands the request to the ERP under our reference; called after {@link #decide}.
     *
     * @param fence to be checked as late as possible before the ERP writes
     * @throws org.throughline.shared.ServiceFault whose codes are not retryable UNCERTAIN: nothing was written. Any other
     *     exception leaves that open.
     */
    Made<T> handOver(Fence fence);

    /** The outcome is certain; may be called more than once, and without the other steps before. */
    void committed(Made<T> made);

    /** Nothing came of the request, for good. */
    void refused();

    /** Stops a worker whose claim was taken over by another one. */
    interface Fence {

        /** @throws org.throughline.shared.ServiceFault REQUEST_IN_PROGRESS */
        void check();
    }
}
