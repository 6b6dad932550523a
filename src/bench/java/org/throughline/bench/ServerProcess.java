package org.throughline.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that runs in a process of its own, so that its processor time can be told apart. */
final class ServerProcess implements AutoCloseable {

    /** The same for the service and the floor. */
    static final List<String> JVM_FLAGS = List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");

    private static final long TICKS_PER_SECOND = 100;
    private static final long START_SECONDS = 180;

    private final Process process;
    private final int port;
    private final Path log;

    private ServerProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** The packaged service on a free port, with its data in the folder. */
    static ServerProcess service(Path jar, Path folder) throws IOException, InterruptedException {
        return service(jar, folder, List.of());
    }

    /** The same, with flags of the JVM. */
    static ServerProcess service(Path jar, Path folder, List<String> flags) throws IOException, InterruptedException {
        return service(
                jar,
                folder,
                flags,
                List.of("--throughline.demo-data=true", "--throughline.clock=2026-11-15T10:00:00Z"));
    }

    /** The same, with settings of its own instead of those for the demo data. */
    static ServerProcess service(Path jar, Path folder, List<String> flags, List<String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> arguments = new ArrayList<>(
                List.of(System.getProperty("bench.flags", "").strip().split("\\s+")));
        arguments.remove("");
        arguments.addAll(flags);
        arguments.addAll(List.of(
                "-jar",
                jar.toString(),
                "--server.port=" + port,
                "--server.tomcat.max-keep-alive-requests=-1",
                "--throughline.data-directory=" + folder.resolve("data")));
        arguments.addAll(settings);
        return start(port, folder.resolve("service.log"), arguments);
    }

    /** The floor, which answers with the messages of the folder. */
    static ServerProcess floor(Path messages, Path folder) throws IOException, InterruptedException {
        int port = freePort();
        return start(
                port,
                folder.resolve("floor.log"),
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Floor.class.getName(),
                        Integer.toString(port),
                        messages.toString()));
    }

    private static ServerProcess start(int port, Path log, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ServerProcess server = new ServerProcess(process, port, log);
        server.awaitPort();
        return server;
    }

    int port() {
        return port;
    }

    /** Processor time that the process has used so far, in microseconds: utime and stime of /proc. */
    long cpuMicros() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return ticks * 1_000_000 / TICKS_PER_SECOND;
    }

    /** Resident memory in megabytes. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private void awaitPort() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(START_SECONDS).toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IOException("the server did not start:\n" + Files.readString(log));
            }
            if (listens()) {
                return;
            }
            Thread.sleep(100);
        }
        close();
        throw new IOException("the server did not start in " + START_SECONDS + " s:\n" + Files.readString(log));
    }

    private boolean listens() {
        try {
            new Connection(port).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

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
