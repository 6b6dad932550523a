package org.throughline.erp.tryton;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who may write sales at the same time, within this node. Tryton locks whole tables when it confirms a sale of a party with a
 * credit limit, and does not wait for them: whoever writes a sale at that moment would make it fail.
 */
final class SaleTraffic {

    private static final int STRIPES = 64;

    private final ReentrantReadWriteLock tables = new ReentrantReadWriteLock(true);
    private final Lock[] references =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

    /** What is done of one reference is done one after another. */
    <T> T of(String reference, Supplier<T> work) {
        return with(references[Math.floorMod(reference.hashCode(), STRIPES)], work);
    }

    /** Writes beside others. */
    <T> T beside(Supplier<T> call) {
        return with(tables.readLock(), call);
    }

    /** Writes while nobody else does. */
    <T> T alone(Supplier<T> call) {
        return with(tables.writeLock(), call);
    }

    private static <T> T with(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
