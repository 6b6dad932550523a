package org.throughline.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.throughline.order.Dispatcher;

/** Lets dispatchers look for work while the service runs. They begin after everything else and end before it. */
final class OrderDispatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OrderDispatch.class);

    private final Dispatcher dispatcher;
    private final Settings.Orders settings;
    private final AtomicInteger threads = new AtomicInteger();
    private volatile ScheduledExecutorService timer;

    OrderDispatch(Dispatcher dispatcher, Settings.Orders settings) {
        this.dispatcher = dispatcher;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (settings.dispatchers() == 0) {
            return;
        }
        ScheduledExecutorService started = Executors.newScheduledThreadPool(settings.dispatchers(), this::thread);
        long interval = settings.dispatchInterval().toMillis();
        for (int i = 0; i < settings.dispatchers(); i++) {
            started.scheduleWithFixedDelay(() -> round(started), interval, interval, TimeUnit.MILLISECONDS);
        }
        timer = started;
    }

    /** Waits for what is being handed over; what does not come to an end is gone on with after the next start. */
    @Override
    public void stop() {
        ScheduledExecutorService stopping = timer;
        timer = null;
        if (stopping == null) {
            return;
        }
        stopping.shutdown();
        try {
            Duration patience = settings.shutdownTime();
            if (!stopping.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a request is still being handed over; it will be gone on with after the next start");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    private void round(ScheduledExecutorService mine) {
        try {
            boolean more = true;
            while (more && !mine.isShutdown()) {
                more = dispatcher.dispatchOne();
            }
        } catch (RuntimeException broken) {
            LOG.warn("queued requests could not be gone on with; it is tried again", broken);
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "dispatcher-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
