package org.throughline.erp.embedded.demo;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the demo data when the settings ask for it: while the rest of the service starts, which takes about as long, and
 * finished before the first request is answered. When it fails, the start fails.
 */
@Component
@ConditionalOnProperty(name = "throughline.demo-data", havingValue = "true")
final class DemoDataAtStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDataAtStart.class);

    /** Before everything that serves requests; the web server's phase is close to the largest. */
    private static final int PHASE = 0;

    private final FutureTask<Boolean> loading;
    private volatile boolean running;

    DemoDataAtStart(@Qualifier("erp") DataSource erp) {
        this.loading = new FutureTask<>(() -> new DemoData(erp).loadIfEmpty());
        Thread thread = new Thread(loading, "demo-data");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void start() {
        if (loaded()) {
            LOG.info("The demo data was loaded.");
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private boolean loaded() {
        try {
            return loading.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the demo data cannot be loaded", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the demo data was loaded", e);
        }
    }
}
