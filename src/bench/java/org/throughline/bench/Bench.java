package org.throughline.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the benchmark that {@code -Dbench.suite} names: {@code operations} (the usual ones, next to the floor) or {@code
 * scaling} (baskets of 1 to 10,000 lines against 5 to 50,000 agreements), both when it names none; {@code history} (pages
 * deep in lists of millions of rows) and {@code tryton} (calls with a live Tryton behind the service) only when they are named.
 */
final class Bench {

    private Bench() {}

    /** Prints the tables and writes them to the folder of the results. */
    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(System.getProperty("bench.jar", "target/throughline.jar"));
        Path results = Files.createDirectories(Path.of(System.getProperty("bench.results", "target/bench")));
        String suite = System.getProperty("bench.suite", "");
        if (suite.equals("history")) {
            print(new DeepPages().run(), results.resolve("history.md"));
            return;
        }
        if (suite.equals("tryton")) {
            print(new TrytonFigures().run(jar), results.resolve("tryton.md"));
            return;
        }
        if (!suite.equals("scaling")) {
            print(new Benchmark().run(jar), results.resolve("operations.md"));
        }
        if (!suite.equals("operations")) {
            print(new Scaling().run(jar), results.resolve("scaling.md"));
        }
    }

    private static void print(String table, Path file) throws java.io.IOException {
        Files.writeString(file, table);
        System.out.println(table);
    }
}
