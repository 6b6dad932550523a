package org.throughline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/** Sends requests over some keep-alive connections, each as soon as the one before it is answered. */
final class Driver implements AutoCloseable {

    private static final long HIGHEST_MICROS = 60_000_000;

    private final int connections;
    private final ExecutorService threads;

    Driver(int connections) {
        this.connections = connections;
        this.threads = Executors.newFixedThreadPool(connections);
    }

    /** Sends so many requests and checks every answer. */
    Sample run(Exchange exchange, int requests) throws IOException, InterruptedException {
        AtomicInteger left = new AtomicInteger(requests);
        List<Callable<Histogram>> workers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            workers.add(() -> drive(exchange, left));
        }
        long cpu = exchange.server().cpuMicros();
        long begin = System.nanoTime();
        Histogram latency = new Histogram(HIGHEST_MICROS, 3);
        for (Future<Histogram> future : threads.invokeAll(workers)) {
            latency.add(result(exchange, future));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpuUsed = exchange.server().cpuMicros() - cpu;
        return new Sample(requests / seconds, cpuUsed / requests, latency);
    }

    /** The answer to one request. */
    static String once(Exchange exchange) throws IOException {
        try (Connection connection = new Connection(exchange.server().port())) {
            connection.exchange(exchange.next(), exchange.marker().getBytes(StandardCharsets.UTF_8));
            return connection.text();
        }
    }

    private static Histogram drive(Exchange exchange, AtomicInteger left) throws IOException {
        Histogram latency = new Histogram(HIGHEST_MICROS, 3);
        byte[] marker = exchange.marker().getBytes(StandardCharsets.UTF_8);
        byte[] constant = exchange.isConstant() ? exchange.next() : null;
        try (Connection connection = new Connection(exchange.server().port())) {
            while (left.getAndDecrement() > 0) {
                byte[] request = constant == null ? exchange.next() : constant;
                long begin = System.nanoTime();
                connection.exchange(request, marker);
                latency.recordValue((System.nanoTime() - begin) / 1_000);
            }
        }
        return latency;
    }

    private static Histogram result(Exchange exchange, Future<Histogram> future)
            throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IOException(exchange.name() + ": " + e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
