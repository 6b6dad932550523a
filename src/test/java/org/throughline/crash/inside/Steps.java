package org.throughline.crash.inside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The steps that the process takes, each named by port, method and whether it begins or has ended, such as
 * {@code Ledger.claim:after}. The process is killed at the step that a file names; the steps are written to another file
 * as long as that exists.
 */
final class Steps {

    /** Names the folder of the two files. */
    static final String FOLDER = "crash.steps";

    private final Path fatal;
    private final Path taken;

    private Steps(Path folder) {
        this.fatal = folder.resolve("fatal");
        this.taken = folder.resolve("taken");
    }

    static Steps ofThisProcess() {
        return new Steps(Path.of(System.getProperty(FOLDER)));
    }

    void take(String step) {
        try {
            note(step);
            if (Files.exists(fatal) && Files.readString(fatal).equals(step)) {
                killThisProcess();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void note(String step) throws IOException {
        if (Files.exists(taken)) {
            Files.writeString(taken, step + "\n", StandardOpenOption.APPEND);
        }
    }

    /** By SIGKILL, as from outside: no shutdown hook runs, nothing is flushed. The caller does not go on. */
    private static void killThisProcess() throws IOException {
        new ProcessBuilder(
                        "kill", "-KILL", String.valueOf(ProcessHandle.current().pid()))
                .start();
        while (true) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
