package org.throughline.erp.resilient;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
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

    private final ThreadPoolExecutor threads;

    TimeLimit(String name, int concurrency) {
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                concurrency,
                concurrency,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> new Worker(task, name + "-call-" + number.incrementAndGet()));
        threads.allowCoreThreadTimeOut(true);
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
     * @param timeOut includes the time in which all threads are busy with other calls
     * @throws TimeoutException when the call takes too long
     * @throws ExecutionException around an Error that the call throws
     * @throws Exception that the call throws
     */
    <T> T call(Callable<T> call, Duration timeOut) throws Exception {
        Future<T> answer = threads.submit(withContext(call));
        try {
            return answer.get(timeOut.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException thrown) {
            throw thrown.getCause() instanceof Exception failure ? failure : thrown;
        } catch (TimeoutException slow) {
            answer.cancel(false);
            throw slow;
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
