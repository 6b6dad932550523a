package org.throughline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.erp.tryton.BenchTryton;

/**
 * What a call costs with Tryton behind the service: asked directly, through the service, and through the service while it
 * remembers answers; with 1, 8 and 32 clients, in one run. Directly means the very calls that the service makes, recorded and
 * repeated, so what the service needs more is its own.
 */
final class TrytonFigures {

    private static final int[] CLIENTS = {1, 8, 32};
    private static final int ORDERS_BEFORE = Boolean.getBoolean("bench.quick") ? 3 : 20;
    private static final String FRESH_FOR = "60s";

    private final boolean quick = Boolean.getBoolean("bench.quick");
    private final Duration time = Duration.ofSeconds(quick ? 3 : 10);
    private final Duration orderTime = Duration.ofSeconds(quick ? 5 : 20);
    private final long begin = System.nanoTime();

    /** How a call is made. */
    private enum Way {
        DIRECT("Tryton directly"),
        THROUGH("through Throughline"),
        REMEMBERED("through Throughline, remembered");

        private final String text;

        Way(String text) {
            this.text = text;
        }
    }

    /** An operation, and the calls of Tryton that it takes. */
    private record Measure(Exchange exchange, Exchange remembered, Load.Work direct, int calls) {}

    /** The table, in Markdown. */
    String run(Path jar) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("throughline-bench");
        say("starting Tryton");
        try (BenchTryton tryton = new BenchTryton();
                ServerProcess live = service(jar, folder.resolve("live"), tryton, tryton.url(), "0s");
                ServerProcess remembering = service(jar, folder.resolve("fresh"), tryton, tryton.url(), FRESH_FOR)) {
            say("recording what the service asks");
            Map<String, Measure> measures = measures(jar, folder, tryton, live, remembering);
            say("warming up");
            for (Measure measure : measures.values()) {
                warmUp(measure, tryton);
            }
            return table(measures, tryton);
        }
    }

    private static ServerProcess service(
            Path jar, Path folder, BenchTryton tryton, java.net.URI address, String freshFor)
            throws IOException, InterruptedException {
        List<String> settings = new ArrayList<>(tryton.settingsAt(address));
        settings.add("--throughline.resilience.fresh-for=" + freshFor);
        return ServerProcess.service(jar, Files.createDirectories(folder), List.of(), settings);
    }

    private Map<String, Measure> measures(
            Path jar, Path folder, BenchTryton tryton, ServerProcess live, ServerProcess remembering)
            throws IOException, InterruptedException {
        TrytonCalls calls = new TrytonCalls(tryton.url(), tryton.database(), tryton.authorization());
        Map<String, Measure> measures = new LinkedHashMap<>();
        try (TrytonRecorder recorder = new TrytonRecorder(tryton.url());
                ServerProcess recorded = service(jar, folder.resolve("recorded"), tryton, recorder.url(), "0s")) {
            Exchange order = exchange(recorded, "order");
            for (int i = 0; i < ORDERS_BEFORE; i++) {
                Driver.once(order);
            }
            for (String name : List.of("price", "stock", "history", "order")) {
                Exchange exchange = exchange(recorded, name);
                Driver.once(exchange);
                recorder.taken();
                Driver.once(exchange);
                List<String> bodies = recorder.taken();
                Load.Work direct = name.equals("order") ? calls.ordering(bodies) : calls.repeating(bodies);
                measures.put(
                        name, new Measure(exchange(live, name), exchange(remembering, name), direct, bodies.size()));
                Files.write(folder.resolve(name + ".json"), bodies);
            }
        }
        return measures;
    }

    private static Exchange exchange(ServerProcess service, String name) {
        return switch (name) {
            case "price" -> Exchange.soap(service, "pricing", "calculatePrices", TrytonMessages.calculatePrices());
            case "stock" -> Exchange.soap(service, "stock", "checkAvailability", TrytonMessages.checkAvailability());
            case "history" -> Exchange.soap(service, "history", "findPurchases", TrytonMessages.findPurchases());
            default -> Exchange.soap(service, "order", "createOrder", TrytonMessages.createOrder());
        };
    }

    private static Load.Work through(Exchange exchange) {
        byte[] marker = exchange.marker().getBytes(StandardCharsets.UTF_8);
        return connection -> connection.exchange(exchange.next(), marker);
    }

    private void warmUp(Measure measure, BenchTryton tryton) throws IOException, InterruptedException {
        Load load = new Load(2, Duration.ofSeconds(quick ? 2 : 5));
        load.run(measure.exchange().server().port(), through(measure.exchange()));
        load.run(measure.remembered().server().port(), through(measure.remembered()));
        load.run(tryton.url().getPort(), measure.direct());
    }

    private String table(Map<String, Measure> measures, BenchTryton tryton) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        if (quick) {
            text.append("**A quick run: not to be quoted.**\n\n");
        }
        text.append("| operation | way | 1 client: /s, p50, p99 ms | 8 clients | 32 clients |\n");
        text.append("| --- | --- | ---: | ---: | ---: |\n");
        StringBuilder own = new StringBuilder();
        for (Map.Entry<String, Measure> each : measures.entrySet()) {
            Map<Way, List<Load.Result>> results = results(each.getKey(), each.getValue(), tryton);
            results.forEach((way, row) -> {
                String told = "| %s | %s | %s |"
                        .formatted(
                                TrytonMessages.text(each.getKey()),
                                way.text,
                                row.stream().map(TrytonFigures::cell).collect(Collectors.joining(" | ")));
                say(told);
                text.append(told).append('\n');
            });
            own.append(own(each.getKey(), each.getValue(), results));
        }
        return text + "\n" + own
                + "%nRemembered: all answers from what was read up to %s before; the answer says when. %d processors, Java %s, gunicorn with 2 processes of 4 threads, PostgreSQL, all on one machine; %s.%n"
                        .formatted(
                                FRESH_FOR,
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("java.version"),
                                loadOfTheMachine());
    }

    /** In turns for each number of clients, so that whatever else the machine does hits all ways alike. */
    private Map<Way, List<Load.Result>> results(String name, Measure measure, BenchTryton tryton)
            throws IOException, InterruptedException {
        boolean order = name.equals("order");
        Map<Way, List<Load.Result>> results = new LinkedHashMap<>();
        for (int clients : CLIENTS) {
            Load load = new Load(clients, order ? orderTime : time);
            add(results, Way.DIRECT, load.run(tryton.url().getPort(), measure.direct()));
            add(results, Way.THROUGH, load.run(measure.exchange().server().port(), through(measure.exchange())));
            if (!order) {
                add(
                        results,
                        Way.REMEMBERED,
                        load.run(measure.remembered().server().port(), through(measure.remembered())));
            }
        }
        return results;
    }

    private static void add(Map<Way, List<Load.Result>> results, Way way, Load.Result result) {
        results.computeIfAbsent(way, each -> new ArrayList<>()).add(result);
    }

    private static String cell(Load.Result result) {
        String failed = result.failed() == 0 ? "" : ", " + result.failed() + " failed";
        return String.format(
                Locale.ROOT, "%.1f, %.1f, %.1f%s", result.perSecond(), result.millis(50), result.millis(99), failed);
    }

    /** The difference of the medians with one client. */
    private static String own(String name, Measure measure, Map<Way, List<Load.Result>> results) {
        double direct = results.get(Way.DIRECT).get(0).millis(50);
        double through = results.get(Way.THROUGH).get(0).millis(50);
        return String.format(
                Locale.ROOT,
                "- %s: %d calls of Tryton; Throughline adds %.1f ms to their %.1f ms%n",
                TrytonMessages.text(name),
                measure.calls(),
                through - direct,
                direct);
    }

    private static String loadOfTheMachine() throws IOException {
        Path load = Path.of("/proc/loadavg");
        return Files.exists(load)
                ? "load average at the end " + Files.readString(load).split(" ")[1]
                : "load of the machine not known";
    }

    private void say(String text) {
        System.out.printf("[%4d s] %s%n", (System.nanoTime() - begin) / 1_000_000_000, text);
    }
}
