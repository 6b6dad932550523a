package org.throughline.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs the commands of the program, for tests outside its package. */
public final class Commands {

    private Commands() {}

    /**
     * What a command has printed.
     *
     * @throws AssertionError when it did not end with 0
     */
    public static String run(String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int code = ExportCommand.isMeantBy(arguments)
                ? ExportCommand.run(arguments, out, out)
                : ImportCommand.run(arguments, out, out);
        String text = printed.toString(StandardCharsets.UTF_8);
        if (code != 0) {
            throw new AssertionError("ended with " + code + ":\n" + text);
        }
        return text;
    }
}
