package org.throughline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.throughline.bench.Stages.Stage;

/**
 * What a line of a basket costs: baskets of 1 to 10,000 lines, each with other items, of customers with 5 to 50,000
 * agreements; with prices from the cache and with prices read from the database ({@code maxAgeSeconds} 0). One connection.
 */
final class Scaling {

    /** The prices of 10,000 items for three customers are remembered at once. */
    private static final String HEAP = "-Xmx1500m";

    private static final List<Integer> LINES = List.of(1, 10, 100, 1_000, 10_000);

    private final boolean quick = Boolean.getBoolean("bench.quick");
    private final int linesPerRound = quick ? 10_000 : 30_000;
    private final int rounds = quick ? 1 : 2;
    private final long begin = System.nanoTime();
    private final List<Row> rows = new ArrayList<>();

    /** CPU time is in microseconds for each line. */
    private record Row(int lines, int agreements, boolean live, double cpu, Instant at, Duration took) {}

    /** Measures and gives the table. */
    String run(Path jar) throws IOException, InterruptedException, SQLException {
        say("starting the service to have demo data made");
        try (Workspace workspace = Workspace.withDemoData(jar)) {
            say("making items and agreements");
            List<String> items = workspace.change(Catalogue::fill);
            Path recording = workspace.folder().resolve("service.jfr");
            try (Driver driver = new Driver(1)) {
                measure(jar, workspace.folder(), recording, items, driver);
            }
            return markdown(Stages.read(recording));
        }
    }

    private void measure(Path jar, Path folder, Path recording, List<String> items, Driver driver)
            throws IOException, InterruptedException {
        List<String> flags = List.of(
                HEAP,
                "-Dthroughline.cache.entries=40000",
                "-XX:StartFlightRecording=dumponexit=true,filename=" + recording);
        try (ServerProcess service = ServerProcess.service(jar, folder, flags)) {
            for (boolean live : List.of(false, true)) {
                warmUp(service, items, driver, live);
                for (int agreements : Catalogue.AGREEMENTS) {
                    for (int lines : LINES) {
                        rows.add(measured(service, items, driver, agreements, lines, live));
                    }
                    say((live ? "live, " : "cached, ") + agreements + " agreements done");
                }
            }
        }
    }

    private void warmUp(ServerProcess service, List<String> items, Driver driver, boolean live)
            throws IOException, InterruptedException {
        for (int agreements : Catalogue.AGREEMENTS) {
            say("warming up " + (live ? "without" : "with") + " the cache, " + agreements + " agreements");
            driver.run(exchange(service, items, agreements, items.size(), live), quick || live ? 1 : 10);
            driver.run(exchange(service, items, agreements, 10, live), quick || live ? 300 : 8_000);
        }
    }

    private Row measured(
            ServerProcess service, List<String> items, Driver driver, int agreements, int lines, boolean live)
            throws IOException, InterruptedException {
        Exchange exchange = exchange(service, items, agreements, lines, live);
        int requests = Math.max(3, Math.min((live ? linesPerRound / 3 : linesPerRound) / lines, 8_000));
        Instant at = Instant.now();
        double least = Double.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            least = Math.min(least, driver.run(exchange, requests).cpuMicros());
        }
        return new Row(lines, agreements, live, least / lines, at, Duration.between(at, Instant.now()));
    }

    private static Exchange exchange(
            ServerProcess service, List<String> items, int agreements, int lines, boolean live) {
        String basket = IntStream.range(0, lines)
                .mapToObj(i -> "<t:line><t:item>" + items.get(i * 7 % items.size())
                        + "</t:item><t:quantity>7</t:quantity></t:line>")
                .collect(Collectors.joining());
        return Exchange.soap(
                service,
                "pricing",
                "calculatePrices",
                Messages.calculatePrices("S" + agreements, basket, live ? "<t:maxAgeSeconds>0</t:maxAgeSeconds>" : ""));
    }

    private String markdown(Stages stages) {
        StringBuilder text = new StringBuilder();
        if (quick) {
            text.append("**A quick run: too little warm-up, not to be quoted.**\n\n");
        }
        text.append("| lines | agreements | prices | CPU µs/line | ");
        for (Stage stage : Stage.values()) {
            text.append(stage.title()).append(" | ");
        }
        text.append("\n| ---: | ---: | --- | ---: |")
                .append(" ---: |".repeat(Stage.values().length))
                .append('\n');
        rows.forEach(row -> text.append(row(row, stages)));
        return text.append(String.format(
                        Locale.ROOT,
                        "%nJava %s, %d processors, %s, one connection; the least of %d rounds. Shares are of samples of the service's threads.%n",
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors(),
                        HEAP + " -XX:+UseSerialGC",
                        rounds))
                .toString();
    }

    private static String row(Row row, Stages stages) {
        Map<Stage, Double> shares = stages.shares(row.at(), row.took());
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "| %,d | %,d | %s | %.1f |",
                row.lines(),
                row.agreements(),
                row.live() ? "database" : "cache",
                row.cpu()));
        for (Stage stage : Stage.values()) {
            text.append(String.format(Locale.ROOT, " %.0f %% |", 100 * shares.getOrDefault(stage, 0.0)));
        }
        return text.append('\n').toString();
    }

    private void say(String text) {
        System.out.printf("[%4d s] %s%n", (System.nanoTime() - begin) / 1_000_000_000, text);
    }
}
