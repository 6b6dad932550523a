package org.throughline.app;

import java.io.Console;
import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.throughline.erp.embedded.imports.ImportListener;

/** Shows how an import goes on: as a bar on a terminal, as a line for each chunk elsewhere. */
interface ImportDisplay extends ImportListener, AutoCloseable {

    static ImportDisplay on(PrintStream out) {
        return isTerminal() ? new Bar() : new Lines(out);
    }

    /** From JDK 22 on there is a console where there is no terminal, which it then says itself. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null || Runtime.version().feature() < 22) {
            return console != null;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    default void close() {}

    /** One line for each chunk. */
    record Lines(PrintStream out) implements ImportDisplay {

        @Override
        public void stepStarted(String step, long total) {}

        @Override
        public void chunkWritten(String step, long position, long total) {
            out.println(step + ": " + position + " of " + total);
        }

        @Override
        public void stepFinished(String step) {}
    }

    /** One bar for each step. */
    final class Bar implements ImportDisplay {

        private ProgressBar bar;

        @Override
        public void stepStarted(String step, long total) {
            bar = new ProgressBarBuilder()
                    .setTaskName(step)
                    .setInitialMax(total)
                    .build();
        }

        @Override
        public void chunkWritten(String step, long position, long total) {
            bar.stepTo(position);
        }

        @Override
        public void stepFinished(String step) {
            bar.close();
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }
}
