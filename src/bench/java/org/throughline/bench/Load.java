package org.throughline.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** Some clients that make calls, each its next when the one before is answered, for some time. */
record Load(int clients, Duration time) {

    private static final long HIGHEST_MICROS = 600_000_000;

    /** What a client does again and again. */
    interface Work {
        void once(Connection connection) throws IOException;
    }

    /** What has come out; latency in microseconds. */
    record Result(double perSecond, Histogram latency) {

        double millis(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e3;
        }
    }

    /** Every client makes one call at least. */
    Result run(int port, Work work) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long begin = System.nanoTime();
            List<Callable<Histogram>> tasks = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                tasks.add(() -> client(port, work, begin + time.toNanos()));
            }
            Histogram all = new Histogram(HIGHEST_MICROS, 3);
            for (Future<Histogram> each : threads.invokeAll(tasks)) {
                all.add(each.get());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Result(all.getTotalCount() / seconds, all);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Histogram client(int port, Work work, long end) throws IOException {
        Histogram latency = new Histogram(HIGHEST_MICROS, 3);
        try (Connection connection = new Connection(port)) {
            do {
                long begin = System.nanoTime();
                work.once(connection);
                latency.recordValue((System.nanoTime() - begin) / 1_000);
            } while (System.nanoTime() < end);
        }
        return latency;
    }
}
