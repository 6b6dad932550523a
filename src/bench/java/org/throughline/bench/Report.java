package org.throughline.bench;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of the results. */
final class Report {

    private final Map<Measured, Measured> floors;
    private final int connections;
    private final int rounds;
    private final boolean quick;
    private final Map<String, Long> rows;

    /** @param floors each operation with the floor that it is compared with */
    Report(Map<Measured, Measured> floors, int connections, int rounds, boolean quick, Map<String, Long> rows) {
        this.floors = floors;
        this.connections = connections;
        this.rounds = rounds;
        this.quick = quick;
        this.rows = rows;
    }

    String markdown(long serviceMegabytes, long floorMegabytes) {
        StringBuilder text = new StringBuilder();
        if (quick) {
            text.append("**A quick run: too little warm-up, not to be quoted.**\n\n");
        }
        text.append("| operation | requests/s | p50 ms | p99 ms | CPU µs/request | floor µs | ratio to the floor |\n");
        text.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        floors.forEach((measured, floor) -> text.append(row(measured, floor)));
        text.append(format(
                "%nJava %s, %d processors, %s, %d connections, %d rounds in turns; CPU is min … median of the rounds, the ratio min to min … median to median.%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                String.join(" ", ServerProcess.JVM_FLAGS),
                connections,
                rounds));
        text.append("Derby, with rows: ")
                .append(rows.entrySet().stream()
                        .map(entry -> format("%s %,d", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", ")))
                .append(".\n");
        text.append(format("Resident memory: service %d MB, floor %d MB.%n", serviceMegabytes, floorMegabytes));
        return text.toString();
    }

    private static String row(Measured measured, Measured floor) {
        return format(
                "| %s | %.0f | %.2f | %.2f | %.0f … %.0f | %.0f … %.0f | %.2f … %.2f |%n",
                title(measured),
                measured.medianPerSecond(),
                measured.latency(50),
                measured.latency(99),
                measured.leastCpu(),
                measured.medianCpu(),
                floor.leastCpu(),
                floor.medianCpu(),
                measured.leastCpu() / floor.leastCpu(),
                measured.medianCpu() / floor.medianCpu());
    }

    private static String title(Measured measured) {
        return switch (measured.exchange().name()) {
            case "calculatePrices" -> "SOAP calculatePrices, 5 lines";
            case "getCreditStatus" -> "SOAP getCreditStatus";
            case "checkAvailability" -> "SOAP checkAvailability, 20 items";
            case "findInvoices" -> "SOAP findInvoices, page of 50";
            case "createOrder" -> "SOAP createOrder, 5 lines";
            default -> measured.exchange().name();
        };
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
