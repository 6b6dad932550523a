package org.throughline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The contract tests, which are a Maven project of their own. */
public final class ContractPack {

    private ContractPack() {}

    /**
     * Runs them against a service, and fails when they do.
     *
     * @param url of the service
     * @param options further options of the contract tests, such as -Derp=tryton
     */
    public static void verify(String url, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("verify", "-Dendpoint=" + url));
        arguments.add("-Dcases=" + System.getProperty("cases", ""));
        arguments.addAll(List.of(options));
        assertThat(maven(arguments))
                .as("exit code of the contract tests; their output stands above")
                .isZero();
    }

    private static int maven(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
        command.addAll(List.of("-B", "-q", "-f", "contract-tests"));
        command.add("-Dmaven.repo.local=" + System.getProperty("maven.repository"));
        if (System.getProperty("maven.mode", "").equals("offline=true")) {
            command.add("-o");
        }
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(line -> System.out.println("contract-tests: " + line));
        }
        return process.waitFor();
    }
}
