package org.throughline.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the threads of another JVM are doing. */
final class ThreadDump {

    private static final int FRAMES = 12;
    private static final String OURS = "at org.throughline.";

    private ThreadDump() {}

    /** Threads that are inside our code, each with the innermost calls. */
    static List<String> ofWork(long pid) {
        return Arrays.stream(print(pid).split("\n\n"))
                .filter(thread -> thread.contains(OURS))
                .map(thread -> thread.lines().limit(FRAMES).map(String::strip).collect(Collectors.joining(" | ")))
                .toList();
    }

    private static String print(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(jcmd, String.valueOf(pid), "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
