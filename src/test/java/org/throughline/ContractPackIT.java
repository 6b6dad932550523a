package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.ServiceProcess;

/** Runs the contract tests, which are a Maven project of their own, against the packaged service. */
class ContractPackIT {

    @Test
    void the_packaged_service_keeps_its_contract(@TempDir Path folder) throws Exception {
        System.out.println("starting the service for the contract tests");
        try (ServiceProcess service = ServiceProcess.start(folder)) {
            assertThat(maven("verify", "-Dendpoint=" + service.url(), "-Dcases=" + System.getProperty("cases", "")))
                    .as("exit code of the contract tests; their output stands above")
                    .isZero();
        }
    }

    private static int maven(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
        command.addAll(List.of("-B", "-q", "-f", "contract-tests"));
        command.add("-Dmaven.repo.local=" + System.getProperty("maven.repository"));
        if (System.getProperty("maven.mode", "").equals("offline=true")) {
            command.add("-o");
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(line -> System.out.println("contract-tests: " + line));
        }
        return process.waitFor();
    }
}
