package org.throughline.erp.resilient;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/** Tells an ERP that is down or too slow from one that says no, and from a defect. */
final class Outage {

    private static final int DEEPEST_CAUSE = 20;

    /** The ERP was not reached, so it has done nothing. */
    private static final List<Class<? extends Throwable>> BEFORE =
            List.of(CallNotPermittedException.class, CannotCreateTransactionException.class);

    /** The ERP may have done what was asked, and could not say so. */
    private static final List<Class<? extends Throwable>> AMIDST = List.of(
            TimeoutException.class,
            QueryTimeoutException.class,
            DataAccessResourceFailureException.class,
            TransactionSystemException.class,
            IOException.class);

    private Outage() {}

    static boolean is(Throwable failure) {
        return isBefore(failure) || causes(failure).anyMatch(cause -> isOneOf(AMIDST, cause));
    }

    /** Whether it is certain that the ERP has done nothing. */
    static boolean isBefore(Throwable failure) {
        return isSaidByTheConnector(failure) || causes(failure).anyMatch(cause -> isOneOf(BEFORE, cause));
    }

    /** A connector to a remote ERP knows best. */
    private static boolean isSaidByTheConnector(Throwable failure) {
        return failure instanceof ServiceFault fault && fault.code() == ErrorCode.ERP_UNAVAILABLE;
    }

    private static boolean isOneOf(List<Class<? extends Throwable>> types, Throwable failure) {
        return types.stream().anyMatch(type -> type.isInstance(failure));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE);
    }
}
