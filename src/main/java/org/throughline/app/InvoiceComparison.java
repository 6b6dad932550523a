package org.throughline.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.order.Bills;
import org.throughline.order.Parity;

/** Compares new invoices with their orders from time to time. */
final class InvoiceComparison implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InvoiceComparison.class);

    private final Parity parity;
    private final Bills bills;
    private final String dataset;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(InvoiceComparison::thread);

    /** @param interval zero: never */
    InvoiceComparison(Parity parity, Bills bills, String dataset, Duration interval) {
        this.parity = parity;
        this.bills = bills;
        this.dataset = dataset;
        if (!interval.isZero()) {
            timer.scheduleWithFixedDelay(
                    this::compare, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void compare() {
        try {
            while (parity.compareInvoices(dataset, bills) > 0 && !timer.isShutdown()) {
                LOG.debug("invoices were compared with their orders");
            }
        } catch (RuntimeException e) {
            LOG.warn("invoices could not be compared with their orders; it is tried again", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "parity");
        thread.setDaemon(true);
        return thread;
    }
}
