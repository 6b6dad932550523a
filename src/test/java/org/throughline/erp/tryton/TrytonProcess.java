package org.throughline.erp.tryton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.throughline.shared.ServiceFault;

/**
 * The processes of a Tryton server: two that work, with four threads each, and one above them. They end with the test run,
 * however that ends: a shell waits for the end of its input.
 */
final class TrytonProcess implements AutoCloseable {

    private static final Duration START_TIME = Duration.ofMinutes(2);
    private static final String UNTIL_INPUT_ENDS = """
            exec 3<&0
            "$@" </dev/null &
            server=$!
            while read -r line <&3; do :; done
            kill "$server"
            wait "$server"
            """;

    private final Path folder;
    private final int port;
    private Process shell;

    /** @param database where PostgreSQL is */
    TrytonProcess(String database) {
        try {
            this.folder = Files.createDirectories(Path.of("target", "tryton").toAbsolutePath());
            this.port = freePort();
            Files.writeString(configuration(), configuration(database));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    private static String configuration(String database) {
        return """
                [database]
                uri = %s
                [session]
                max_attempt = 1000000
                max_attempt_ip_network = 1000000
                timeout = 3600
                [password]
                length = 4
                entropy = 0
                """.formatted(database);
    }

    Path configuration() {
        return folder.resolve("trytond-" + port + ".conf");
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void start() {
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/sh",
                "-c",
                UNTIL_INPUT_ENDS,
                "tryton",
                TrytonInstallation.GUNICORN.toString(),
                "--workers=2",
                "--worker-class=gthread",
                "--threads=4",
                "--keep-alive=75",
                "--timeout=300",
                "--bind=127.0.0.1:" + port,
                "trytond.application:app");
        builder.environment().put("TRYTOND_CONFIG", configuration().toString());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("trytond-" + port + ".log").toFile()));
        try {
            shell = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitAnswer();
    }

    private void awaitAnswer() {
        TrytonClient anybody = new TrytonClient(new TrytonSettings(
                url(), "none", "none", "none", OptionalLong.empty(), Duration.ofSeconds(2), Duration.ofSeconds(20)));
        long deadline = System.nanoTime() + START_TIME.toNanos();
        while (true) {
            try {
                anybody.version();
                return;
            } catch (ServiceFault notYet) {
                if (System.nanoTime() > deadline || !shell.isAlive()) {
                    throw new IllegalStateException("Tryton does not start; see " + folder, notYet);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signal to all processes of the server. */
    void signal(String name) {
        for (ProcessHandle process : shell.descendants().toList()) {
            int done = TrytonInstallation.run(
                    List.of("/bin/kill", "-s", name, String.valueOf(process.pid())), java.util.Map.of(), null);
            if (done != 0 && process.isAlive()) {
                throw new IllegalStateException("kill -s " + name + " has failed");
            }
        }
    }

    void stop() {
        List<ProcessHandle> servers = shell.descendants().toList();
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(40, TimeUnit.SECONDS)) {
                servers.forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (shell.isAlive()) {
            stop();
        }
        try {
            Files.delete(configuration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
