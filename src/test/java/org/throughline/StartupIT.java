package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.testing.ServiceProcess;

/** A start that cannot succeed ends with one sentence on standard error, exit code 1 and no stack trace. */
class StartupIT {

    @TempDir
    private Path folder;

    private record End(int exitCode, String out, String err) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --throughline.colour=red | There is no setting throughline.colour.
                    --throughline.clock=noon | The setting throughline.clock has a value that cannot be used.
                    --throughline.database.url=jdbc:postgresql://127.0.0.1:1/x?password=secret | The database jdbc:postgresql://127.0.0.1:1/x cannot be reached.
                    --server.port=many | The setting server.port has a value that cannot be used.
                    --throughline.data-directory=/dev/null/data | The data directory /dev/null/data cannot be created.
                    """)
    void a_wrong_setting_is_named(String argument, String sentence) throws Exception {
        assertRefused(end(argument), sentence);
    }

    @Test
    void a_port_in_use_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertRefused(
                    end("--server.port=" + taken.getLocalPort()),
                    "Port " + taken.getLocalPort()
                            + " is in use by another process; stop that one or choose another server.port.");
        }
    }

    @Test
    void a_database_in_use_is_named() throws Exception {
        try (ServiceProcess first = ServiceProcess.start(folder)) {
            assertThat(first.output())
                    .contains("Throughline is ready at " + first.url())
                    .contains(first.url() + "/soap/account/v1/soap11?wsdl", first.url() + "/api/v1/openapi.json");
            assertRefused(
                    end(),
                    "The database jdbc:derby:" + folder.resolve("data/derby")
                            + " is in use by another process; stop that one or choose another throughline.data-directory.");
        }
    }

    private static void assertRefused(End end, String sentence) {
        assertThat(end.err()).isEqualTo(sentence + System.lineSeparator());
        assertThat(end.exitCode()).isEqualTo(1);
        assertThat(end.out()).doesNotContain("\tat ", "Exception");
    }

    private static void addUnlessGiven(List<String> command, String option, String value) {
        if (command.stream().noneMatch(argument -> argument.startsWith(option))) {
            command.add(option + value);
        }
    }

    private End end(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                ServiceProcess.jar().toString()));
        command.addAll(List.of(arguments));
        addUnlessGiven(command, "--server.port=", "0");
        addUnlessGiven(
                command, "--throughline.data-directory=", folder.resolve("data").toString());
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
            return new End(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
