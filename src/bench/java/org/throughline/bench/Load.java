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

    /**
     * What has come out.
     *
     * @param perSecond calls that were answered well
     * @param latency of those, in microseconds
     * @param failed calls that were answered otherwise, or not in time
     */
    record Result(double perSecond, Histogram latency, long failed) {

        double millis(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e3;
        }
    }

    /** What one client has seen. */
    private record Seen(Histogram latency, long failed) {}

    /** Every client makes one call at least. */
    Result run(int port, Work work) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long begin = System.nanoTime();
            List<Callable<Seen>> tasks = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                tasks.add(() -> client(port, work, begin + time.toNanos()));
            }
            Histogram all = new Histogram(HIGHEST_MICROS, 3);
            long failed = 0;
            for (Future<Seen> each : threads.invokeAll(tasks)) {
                all.add(each.get().latency());
                failed += each.get().failed();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Result(all.getTotalCount() / seconds, all, failed);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Seen client(int port, Work work, long end) throws IOException {
        Histogram latency = new Histogram(HIGHEST_MICROS, 3);
        long failed = 0;
        do {
            failed += untilOneFails(port, work, end, latency);
        } while (System.nanoTime() < end);
        return new Seen(latency, failed);
    }

    /** After a failure the connection is given up; a server that cannot be reached at all ends the run. */
    private static int untilOneFails(int port, Work work, long end, Histogram latency) throws IOException {
        try (Connection connection = new Connection(port)) {
            do {
                long begin = System.nanoTime();
                try {
                    work.once(connection);
                } catch (IOException failed) {
                    return 1;
                }
                latency.recordValue((System.nanoTime() - begin) / 1_000);
            } while (System.nanoTime() < end);
            return 0;
        }
    }
}
