package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.ServiceProcess;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.Comparison;
import org.xmlunit.diff.ComparisonResult;
import org.xmlunit.diff.DifferenceEvaluators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Executes the commands of README.md and of each Markdown file in examples/, and compares what they print with the
 * answers that stand there.
 *
 * <p>A command is a fenced block marked {@code sh run=NAME}. It is run by bash in the root of the project, against a
 * service with demo data and the clock at {@value ServiceProcess#CLOCK}; the address {@code http://127.0.0.1:8080} in it
 * is replaced by that service's. It must succeed.
 *
 * <p>An answer is a fenced block marked {@code json answer=NAME}, {@code xml answer=NAME} or {@code text answer=NAME}. It
 * is compared with what the command of that name prints, as JSON, as XML (in both, layout does not count) or line by line.
 * A value {@code …} stands for any value.
 *
 * <p>The file's commands run in the order in which they stand. Blocks without such a mark are not touched.
 */
class ReadmeIT {

    private static final String ADDRESS = "http://127.0.0.1:8080";
    private static final String ANY = "…";
    private static final Pattern BLOCK = Pattern.compile(
            "^```(\\w+) (run|answer)=([\\w.-]+)\\s*\\n(.*?)^```\\s*$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final JsonMapper JSON = JsonMapper.shared();

    private static ServiceProcess service;

    private record Answer(String language, String text) {}

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = ServiceProcess.start(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void readme_has_commands_and_each_answer_belongs_to_one() throws IOException {
        assertThat(commands(Path.of("README.md"))).as("commands in README.md").isNotEmpty();
        for (Path file : files()) {
            assertThat(commands(file).keySet())
                    .as("commands of %s", file)
                    .containsAll(answers(file).keySet());
        }
    }

    @TestFactory
    List<DynamicTest> every_command_answers_as_printed() throws IOException {
        assumeThat(Path.of("/bin/bash")).as("bash").exists();
        assumeThat(run("command -v curl || true")).as("curl is installed").isNotBlank();
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files()) {
            Map<String, Answer> answers = answers(file);
            commands(file)
                    .forEach((name, command) -> tests.add(dynamicTest(file + " " + name, () -> {
                        System.out.println("running " + name + " of " + file);
                        String printed = run(command.replace(ADDRESS, service.url()));
                        if (answers.containsKey(name)) {
                            compare(file + " " + name, answers.get(name), printed.replace(service.url(), ADDRESS));
                        }
                    })));
        }
        return tests;
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("README.md")));
        if (Files.isDirectory(Path.of("examples"))) {
            try (Stream<Path> examples = Files.walk(Path.of("examples"))) {
                examples.filter(file -> file.toString().endsWith(".md"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static Map<String, String> commands(Path file) throws IOException {
        Map<String, String> commands = new java.util.LinkedHashMap<>();
        blocks(file, "run", match -> commands.put(match.group(3), match.group(4)));
        return commands;
    }

    private static Map<String, Answer> answers(Path file) throws IOException {
        Map<String, Answer> answers = new HashMap<>();
        blocks(file, "answer", match -> answers.put(match.group(3), new Answer(match.group(1), match.group(4))));
        return answers;
    }

    private static void blocks(Path file, String kind, java.util.function.Consumer<Matcher> consumer)
            throws IOException {
        Matcher matcher = BLOCK.matcher(Files.readString(file));
        while (matcher.find()) {
            if (matcher.group(2).equals(kind)) {
                consumer.accept(matcher);
            }
        }
    }

    private static String run(String command) {
        try {
            Process process = new ProcessBuilder("/bin/bash", "-eu", "-o", "pipefail", "-c", command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("ends: %s", command)
                    .isTrue();
            assertThat(process.exitValue())
                    .as("exit code of %s\n%s", command, printed)
                    .isZero();
            return printed;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void compare(String where, Answer expected, String printed) {
        switch (expected.language()) {
            case "json" ->
                assertThat(flat(printed, expected.text()))
                        .as(where + ", which printed " + printed)
                        .isEmpty();
            case "xml" -> {
                var diff = DiffBuilder.compare(expected.text())
                        .withTest(printed)
                        .ignoreWhitespace()
                        .checkForSimilar()
                        .withDifferenceEvaluator(
                                DifferenceEvaluators.chain(DifferenceEvaluators.Default, ReadmeIT::wildcard))
                        .build();
                assertThat(diff.hasDifferences())
                        .as("%s: %s, which printed %s", where, diff, printed)
                        .isFalse();
            }
            default ->
                assertThat(printed.strip().lines().map(String::strip))
                        .as(where)
                        .isEqualTo(expected.text()
                                .strip()
                                .lines()
                                .map(String::strip)
                                .toList());
        }
    }

    private static ComparisonResult wildcard(Comparison comparison, ComparisonResult outcome) {
        return ANY.equals(comparison.getControlDetails().getValue()) ? ComparisonResult.SIMILAR : outcome;
    }

    /** What differs, by JSON pointer. */
    private static Map<String, String> flat(String printed, String expected) {
        Map<String, String> differences = new TreeMap<>();
        collect("", JSON.readTree(expected), JSON.readTree(printed), differences);
        return differences;
    }

    private static void collect(String path, JsonNode expected, JsonNode actual, Map<String, String> differences) {
        if (expected.isObject() && actual.isObject()) {
            Stream.concat(expected.propertyNames().stream(), actual.propertyNames().stream())
                    .distinct()
                    .forEach(name -> collect(path + "/" + name, expected.path(name), actual.path(name), differences));
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                collect(path + "/" + i, expected.get(i), actual.get(i), differences);
            }
        } else if (!expected.equals(actual) && !(ANY.equals(expected.asString("")) && !actual.isMissingNode())) {
            differences.put(path, "expected " + expected + " but was " + actual);
        }
    }
}
