package org.throughline.order;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Workers with threads of their own. Claims are renewed well before they end, for as long as the work goes on, but not for
 * ever: an ERP that never answers loses its claim, and is asked about it.
 */
public final class PatientWorkers implements Workers, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PatientWorkers.class.getName());
    private static final int BEATS_IN_A_LEASE = 3;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final Patience patience;
    private final UnaryOperator<Runnable> inContext;
    private final ExecutorService threads;
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(named("ledger-heartbeat"));

    /**
     * @param answer how long a caller waits
     * @param work after how long claims are not renewed any more
     * @param close how long closing waits for what is being done
     */
    public record Patience(Duration answer, Duration work, Duration close) {}

    /**
     * @param threads how many requests can be worked on at the same time
     * @param inContext gives a task what belongs to the thread that calls, such as its correlation id
     */
    public PatientWorkers(Ledger ledger, int threads, Patience patience, UnaryOperator<Runnable> inContext) {
        this.ledger = ledger;
        this.patience = patience;
        this.inContext = inContext;
        this.threads = new ThreadPoolExecutor(
                0, threads, IDLE.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), named("hand-over"));
    }

    @Override
    public <T> T run(Claim.Granted claim, Supplier<T> work) throws TimeoutException {
        FutureTask<T> task = new FutureTask<>(() -> keeping(claim, work));
        threads.execute(inContext.apply(task));
        try {
            return task.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException nobodyWaitsAnyMore) {
            Thread.currentThread().interrupt();
            throw new TimeoutException();
        }
    }

    @Override
    public <T> T keeping(Claim.Granted claim, Supplier<T> work) {
        long beat = ledger.lease().toMillis() / BEATS_IN_A_LEASE;
        long end = System.nanoTime() + patience.work().toNanos();
        ScheduledFuture<?> beating =
                heart.scheduleWithFixedDelay(() -> renew(claim, end), beat, beat, TimeUnit.MILLISECONDS);
        try {
            return work.get();
        } finally {
            beating.cancel(false);
        }
    }

    /** Lets what is being done come to an end; what does not is taken over by somebody else when its claim has ended. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.close().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(
                        Level.WARNING,
                        "requests are still being handed over; they will be gone on with after the next start");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        heart.shutdownNow();
    }

    private void renew(Claim.Granted claim, long end) {
        try {
            if (System.nanoTime() - end < 0) {
                ledger.renew(claim);
            }
        } catch (RuntimeException ledgerBroken) {
            LOG.log(Level.WARNING, "a claim could not be renewed; it is tried again", ledgerBroken);
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
