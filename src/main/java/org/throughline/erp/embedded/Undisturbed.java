package org.throughline.erp.embedded;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/**
 * Runs a transaction again that lost against another one: it has written nothing. Within a transaction the change becomes a
 * part of that one, which is run again as a whole.
 */
final class Undisturbed {

    private static final int ATTEMPTS = 4;

    private Undisturbed() {}

    /** @throws ServiceFault SERVICE_BUSY when it loses again and again */
    static <T> T in(TransactionTemplate transactions, Supplier<T> change) {
        if (isWithin(transactions)) {
            return change.get();
        }
        RuntimeException lost = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return transactions.execute(status -> change.get());
            } catch (ConcurrencyFailureException | DuplicateKeyException disturbed) {
                lost = disturbed;
            }
        }
        throw new ServiceFault(ErrorCode.SERVICE_BUSY.at(""), lost);
    }

    private static boolean isWithin(TransactionTemplate transactions) {
        return transactions.getTransactionManager() instanceof ResourceTransactionManager resources
                && TransactionSynchronizationManager.hasResource(resources.getResourceFactory());
    }
}
