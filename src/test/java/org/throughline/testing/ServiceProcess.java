package org.throughline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged service, running as a process of its own on a free port of the loopback address, with the demo data and
 * a clock that stands still at {@value #CLOCK}.
 */
public final class ServiceProcess implements AutoCloseable {

    public static final String CLOCK = "2026-11-15T10:00:00Z";

    private static final String PORT = "--server.port=";
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Process process;
    private final int port;
    private final Path log;

    private ServiceProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts the service and waits until it answers.
     *
     * @param folder where its data and its log go; a fresh one means fresh demo data
     * @param arguments further settings, such as {@code --throughline.limits.body-size=1MB}; an empty clock is the real one
     * @throws IllegalStateException with the service's output, when it does not answer in time
     */
    public static ServiceProcess start(Path folder, String... arguments) {
        return startWithHeap("512m", folder, arguments);
    }

    /**
     * As {@link #start}, with another limit of the heap.
     *
     * @param heap such as 256m
     */
    public static ServiceProcess startWithHeap(String heap, Path folder, String... arguments) {
        ServiceProcess service = launch(List.of("-Xmx" + heap, "-jar", jar().toString()), folder, arguments);
        service.awaitAnswer();
        return service;
    }

    /**
     * Starts the service and does not wait for it.
     *
     * @param java arguments of the JVM, up to the jar or the main class; the collector and the compiler are set
     */
    public static ServiceProcess launch(List<String> java, Path folder, String... arguments) {
        int port = portOf(arguments);
        Path log = folder.resolve("service.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(java);
        command.addAll(List.of(arguments));
        addUnlessGiven(command, PORT, String.valueOf(port));
        addUnlessGiven(
                command, "--throughline.data-directory=", folder.resolve("data").toString());
        addUnlessGiven(command, "--throughline.demo-data=", "true");
        addUnlessGiven(command, "--throughline.clock=", CLOCK);
        command.remove("--throughline.clock=");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new ServiceProcess(process, port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addUnlessGiven(List<String> command, String setting, String value) {
        if (command.stream().noneMatch(argument -> argument.startsWith(setting))) {
            command.add(setting + value);
        }
    }

    /** The jar that the build has made. */
    public static Path jar() {
        return Path.of(System.getProperty("throughline.jar", "target/throughline.jar"));
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** What the service has printed so far. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process at once, by SIGKILL: nothing of it runs any more. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Waits until the process has ended, by itself or by a signal. */
    public void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the service does not end; it said:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Waits until the service answers.
     *
     * @throws IllegalStateException with the service's output, when it does not answer in time or has ended
     */
    public void awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("the service does not answer; it said:\n" + output());
            }
            pause();
        }
    }

    private boolean answers() {
        HttpRequest ping = HttpRequest.newBuilder(URI.create(url() + "/api/v1/account/ping"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(ping, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static int portOf(String... arguments) {
        return Stream.of(arguments)
                .filter(argument -> argument.startsWith(PORT))
                .map(argument -> Integer.parseInt(argument.substring(PORT.length())))
                .findFirst()
                .orElseGet(ServiceProcess::freePort);
    }

    /** A port of the loopback address that nobody listens on. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the service to stop, and makes it after 30 seconds. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
