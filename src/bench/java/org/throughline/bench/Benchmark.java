package org.throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts the packaged service and the floor, warms both up, and measures them in turns.
 *
 * <p>{@code -Dbench.quick=true} takes a minute or two and is good for finding out whether all works; its figures are not
 * to be quoted. {@code -Dbench.connections=8} says how many connections are used, {@code
 * -Dbench.only=calculatePrices} which operations are measured, {@code
 * -Dbench.flags=...} adds JVM flags to the service alone, for a recording for instance.
 */
final class Benchmark {

    private final boolean quick = Boolean.getBoolean("bench.quick");
    private final int connections = Integer.getInteger("bench.connections", 8);
    private final int rounds = quick ? 3 : 7;
    private final Duration limit = Duration.ofMinutes(quick ? 2 : 10);
    private final long begin = System.nanoTime();
    private final Map<Measured, Measured> floors = new LinkedHashMap<>();
    private final List<Measured> all = new ArrayList<>();

    /** Measures and gives the table. */
    String run(Path jar) throws IOException, InterruptedException, SQLException {
        say("starting the service to have demo data made");
        try (Workspace workspace = Workspace.withDemoData(jar)) {
            say("multiplying the demo data");
            int copies = MoreData.copies();
            Map<String, Long> rows =
                    workspace.change(connection -> MoreData.copy(connection, copies, () -> say("one more copy")));
            say("starting the service");
            try (ServerProcess service = ServerProcess.service(jar, workspace.folder());
                    Driver driver = new Driver(connections)) {
                return measure(service, driver, workspace.folder(), rows);
            }
        }
    }

    private String measure(ServerProcess service, Driver driver, Path folder, Map<String, Long> rows)
            throws IOException, InterruptedException {
        List<Exchange> exchanges = exchanges(service);
        Path answers = answers(exchanges, folder);
        say("starting the floor");
        try (ServerProcess floor = ServerProcess.floor(answers, folder)) {
            plan(exchanges, floor);
            warmUp(driver);
            int done = measure(driver);
            return new Report(floors, connections, done, quick, rows)
                    .markdown(service.residentMegabytes(), floor.residentMegabytes());
        }
    }

    private static List<Exchange> exchanges(ServerProcess service) {
        String only = System.getProperty("bench.only", "");
        return Stream.of(
                        Exchange.soap(service, "pricing", "calculatePrices", Messages.calculatePrices()),
                        Exchange.of(
                                "REST calculatePrices, 5 lines",
                                service,
                                "/api/v1/pricing/prices",
                                "Content-Type: application/json\r\nAccept: application/json\r\n",
                                Messages.calculatePricesJson(),
                                "\"totals\""),
                        Exchange.soap(service, "account", "getCreditStatus", Messages.getCreditStatus()),
                        Exchange.soap(service, "stock", "checkAvailability", Messages.checkAvailability()),
                        Exchange.soap(service, "history", "findInvoices", Messages.findInvoices()),
                        Exchange.soap(service, "order", "createOrder", Messages.createOrder()))
                .filter(exchange -> exchange.name().contains(only))
                .toList();
    }

    /** One answer for each SOAP operation, for the floor to give back. */
    private static Path answers(List<Exchange> exchanges, Path folder) throws IOException {
        Path answers = Files.createDirectories(folder.resolve("answers"));
        for (Exchange exchange : exchanges) {
            String answer = Driver.once(exchange);
            if (isSoap(exchange)) {
                Files.writeString(answers.resolve(exchange.name()), answer);
            }
        }
        return answers;
    }

    private static boolean isSoap(Exchange exchange) {
        return exchange.body().startsWith("<soap");
    }

    /** Each operation has the floor with its own messages; REST is compared with the SOAP floor of the same operation. */
    private void plan(List<Exchange> exchanges, ServerProcess floor) {
        Measured floorOfPrices = null;
        for (Exchange exchange : exchanges) {
            Measured measured = planned(exchange);
            if (isSoap(exchange)) {
                Measured lowest = planned(Exchange.of(
                        exchange.name() + " floor",
                        floor,
                        "/" + exchange.name(),
                        "Content-Type: text/xml; charset=utf-8\r\n",
                        exchange.body(),
                        exchange.marker()));
                floorOfPrices = floorOfPrices == null ? lowest : floorOfPrices;
                floors.put(measured, lowest);
            } else {
                floors.put(measured, floorOfPrices);
            }
        }
    }

    private Measured planned(Exchange exchange) {
        boolean price = exchange.name().contains("calculatePrices");
        boolean order = exchange.name().equals("createOrder");
        int warmUp = price ? 60_000 : order ? 1_000 : 12_000;
        int perRound = price ? 4_000 : order ? 100 : 1_000;
        Measured measured =
                quick ? new Measured(exchange, warmUp / 10, perRound / 4) : new Measured(exchange, warmUp, perRound);
        all.add(measured);
        return measured;
    }

    private void warmUp(Driver driver) throws IOException, InterruptedException {
        for (Measured measured : all) {
            say("warming up: " + measured.exchange().name() + ", " + measured.warmUp() + " requests");
            driver.run(measured.exchange(), measured.warmUp());
        }
    }

    /** In turns, so that whatever else the machine does meanwhile hits all alike. Says how many rounds there were. */
    private int measure(Driver driver) throws IOException, InterruptedException {
        for (int round = 1; round <= rounds; round++) {
            if (round > 3 && System.nanoTime() - begin > limit.toNanos()) {
                say("the time is up");
                return round - 1;
            }
            for (Measured measured : all) {
                measured.add(driver.run(measured.exchange(), measured.perRound()));
            }
            say("round " + round + " of " + rounds + " done");
        }
        return rounds;
    }

    private void say(String text) {
        System.out.printf("[%4d s] %s%n", (System.nanoTime() - begin) / 1_000_000_000, text);
    }
}
