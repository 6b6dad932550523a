package org.throughline.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.throughline.testing.ServiceProcess;
import tools.jackson.databind.JsonNode;

/** The service on a database that it keeps: it is started, killed, and started again. One thread at a time. */
final class Premises implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant OPENING = Instant.parse(ServiceProcess.CLOCK);

    private final Database database;
    private final Path folder;
    private final Path clock;
    private final int port = ServiceProcess.freePort();
    private final List<String> settings;

    private ServiceProcess service;

    private Premises(Database database, Path folder, List<String> settings) {
        this.database = database;
        this.folder = folder;
        this.clock = folder.resolve("clock");
        this.settings = settings;
        setClock(Duration.between(Instant.now(), OPENING));
    }

    /**
     * Has the demo data loaded, and the service running.
     *
     * @param settings further ones, such as {@code --throughline.orders.dispatchers=0}
     */
    static Premises open(Database database, Path folder, String... settings) {
        Premises premises = new Premises(database, folder, List.of(settings));
        premises.start();
        premises.awaitAnswer();
        return premises;
    }

    Database database() {
        return database;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Does not wait until it answers. */
    void start() {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.main.sources=org.throughline.crash.inside.CrashWiring",
                "--server.port=" + port,
                "--throughline.database.url=" + database.url(),
                // orders use no credit, so that nothing but a customer's own requests changes an order
                "--throughline.credit.counted=INVOICE,CREDIT_NOTE,PAYMENT,DELIVERY",
                "--throughline.orders.lease=2s",
                "--throughline.orders.first-retry=500ms",
                "--server.shutdown=immediate"));
        arguments.addAll(settings);
        List<String> java = Installation.start(
                List.of("-Xmx256m", "-Xlog:disable", "-Dcrash.clock=" + clock, "-Dcrash.steps=" + folder));
        service = ServiceProcess.launch(java, folder, arguments.toArray(String[]::new));
    }

    void awaitAnswer() {
        service.awaitAnswer();
    }

    boolean isAlive() {
        return service.isAlive();
    }

    void kill() {
        service.kill();
    }

    /** Waits for a death that {@link #killAt} has prepared. */
    void awaitEnd() {
        service.awaitEnd();
        keepAlive();
    }

    /** From now on the process kills itself as soon as it comes to that step. */
    void killAt(String step) {
        write(folder.resolve("fatal"), step);
    }

    /** No step is fatal any more. */
    void keepAlive() {
        delete(folder.resolve("fatal"));
    }

    /** From now on the steps are written down. */
    void noteSteps() {
        write(folder.resolve("taken"), "");
    }

    /** What was written down, in order; nothing is written down any more. */
    List<String> stepsTaken() {
        try {
            List<String> steps = Files.readAllLines(folder.resolve("taken"));
            delete(folder.resolve("taken"));
            return steps;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets the service's clock, not that of the database, so far from the machine's. */
    void setClock(Duration offset) {
        write(clock, offset.toString());
    }

    /** How far the service's clock is from the machine's. */
    Duration clock() {
        try {
            return Duration.parse(Files.readString(clock));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits, but not for ever, until the ledger knows of everything how it ended: customers may have been told so although the ledger
     * could not be.
     *
     * @return what the service is still doing when it is not so; empty when all is settled
     */
    List<String> awaitSettled() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (service.isAlive() && !isSettled()) {
            if (System.nanoTime() > deadline) {
                return ThreadDump.ofWork(service.pid());
            }
            pause();
        }
        return List.of();
    }

    private boolean isSettled() {
        try {
            JsonNode health = Wire.get(url() + "/actuator/health");
            JsonNode ledger = health.path("components").path("store").path("details");
            return ledger.path("queuedRequests").asInt(1)
                            + ledger.path("doubtfulRequests").asInt(1)
                    == 0;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Keeps what the service has said, for whoever has to find out what went wrong. */
    void keepOutput() {
        try {
            Path kept = Files.createTempFile(Installation.folder(), "service-", ".log");
            Files.writeString(kept, service.output());
            System.out.println("crash: what the service said is in " + kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In an orderly way. */
    void stop() {
        service.close();
    }

    @Override
    public void close() {
        stop();
        database.close();
    }

    /** All at once, because the service reads it at any moment. */
    private static void write(Path file, String text) {
        try {
            Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
