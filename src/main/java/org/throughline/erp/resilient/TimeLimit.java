package org.throughline.erp.resilient;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes calls on threads of its own, so that a caller can stop waiting whatever the ERP does. A call that nobody waits for any
 * more goes on to its end: to interrupt it could leave more in doubt.
 */
final class TimeLimit implements AutoCloseable {

    private static final Duration IDLE = Duration.ofMinutes(1);

    private final Duration timeOut;
    private final ThreadPoolExecutor threads;

    TimeLimit(String name, Duration timeOut, int concurrency) {
        AtomicInteger number = new AtomicInteger();
        this.timeOut = timeOut;
        this.threads = new ThreadPoolExecutor(
                0,
                concurrency,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> new Worker(task, name + "-call-" + number.incrementAndGet()));
    }

    /**
     * Whether this thread works for the ERP already: on a thread of ours, or inside a transaction, whose locks and unsaved
     * changes no other thread may pass.
     */
    boolean isWithinACall() {
        return Thread.currentThread() instanceof Worker
                || TransactionSynchronizationManager.isActualTransactionActive();
    }

    /**
     * @throws TimeoutException when the call takes too long
     * @throws java.util.concurrent.RejectedExecutionException when too many calls are under way
     * @throws ExecutionException around an Error that the call throws
     * @throws Exception that the call throws
     */
    <T> T call(Callable<T> call) throws Exception {
        Future<T> answer = threads.submit(withContext(call));
        try {
            return answer.get(timeOut.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException thrown) {
            throw thrown.getCause() instanceof Exception failure ? failure : thrown;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted while waiting for the ERP");
        }
    }

    /** What the connector logs carries the caller's correlation id. */
    private static <T> Callable<T> withContext(Callable<T> call) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        if (context == null) {
            return call;
        }
        return () -> {
            MDC.setContextMap(context);
            try {
                return call.call();
            } finally {
                MDC.clear();
            }
        };
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private static final class Worker extends Thread {

        private Worker(Runnable task, String name) {
            super(task, name);
            setDaemon(true);
        }
    }
}
