package org.throughline.app;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.throughline.erp.embedded.imports.ImportFailure;
import org.throughline.erp.embedded.imports.ImportFormat;
import org.throughline.erp.embedded.imports.ImportReport;
import org.throughline.erp.embedded.imports.Importer;

/** {@code import FORMAT --from=DIR [--skip-wrong-rows] [settings]}: imports data and ends. No server is started. */
final class ImportCommand {

    /** The first argument that asks for it. */
    static final String NAME = "import";

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private static final String FROM = "--from=";
    private static final String SKIP = "--skip-wrong-rows";
    private static final String USAGE =
            "Usage: import FORMAT --from=DIR [--skip-wrong-rows] [--throughline.SETTING=VALUE...]"
                    + "\nFORMAT is "
                    + Arrays.stream(ImportFormat.values()).map(ImportFormat::id).collect(Collectors.joining(", "))
                    + ".";

    private final PrintStream out;
    private final PrintStream err;

    private ImportCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    static boolean isMeantBy(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /** @return the exit code: 0 when all is imported, 1 when something is wrong with the data, 2 with the command */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        ImportCommand command = new ImportCommand(out, err);
        try {
            return command.run(Arguments.of(arguments));
        } catch (ImportFailure failure) {
            err.println(failure.getMessage());
            return MISUSED;
        } catch (RuntimeException failure) {
            err.println(StartupFailure.sentence(failure));
            return MISUSED;
        }
    }

    private record Arguments(ImportFormat format, Path from, boolean skipWrongRows, List<String> settings) {

        static Arguments of(String[] arguments) {
            String from = null;
            boolean skip = false;
            List<String> settings = new ArrayList<>();
            for (String argument : List.of(arguments).subList(Math.min(2, arguments.length), arguments.length)) {
                if (argument.startsWith(FROM)) {
                    from = argument.substring(FROM.length());
                } else if (argument.equals(SKIP)) {
                    skip = true;
                } else if (argument.startsWith("--throughline.") || argument.startsWith("--logging.")) {
                    settings.add(argument);
                } else {
                    throw new ImportFailure("There is no option " + argument + ".\n" + USAGE);
                }
            }
            return new Arguments(format(arguments), directory(from), skip, settings);
        }

        private static ImportFormat format(String[] arguments) {
            String asked = arguments.length < 2 ? "" : arguments[1];
            return Arrays.stream(ImportFormat.values())
                    .filter(format -> format.id().equals(asked))
                    .findFirst()
                    .orElseThrow(() -> new ImportFailure(USAGE));
        }

        private static Path directory(String from) {
            if (from == null) {
                throw new ImportFailure("--from=DIR is missing.\n" + USAGE);
            }
            if (!Files.isDirectory(Path.of(from))) {
                throw new ImportFailure("--from is not a directory.");
            }
            return Path.of(from);
        }
    }

    /** What an import needs of the service's wiring. */
    @EnableConfigurationProperties(Settings.class)
    @Import({DatabaseWiring.class, ClockWiring.class})
    static class Wiring {}

    private int run(Arguments arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Wiring.class)
                        .web(WebApplicationType.NONE)
                        .properties("logging.level.org.springframework=error")
                        .run(arguments.settings().toArray(String[]::new));
                ImportDisplay display = ImportDisplay.on(out)) {
            DataSource erp =
                    BeanFactoryAnnotationUtils.qualifiedBeanOfType(context.getBeanFactory(), DataSource.class, "erp");
            ImportReport report = new Importer(erp, context.getBean(Clock.class), display)
                    .run(arguments.format(), arguments.from(), arguments.skipWrongRows());
            return tell(report, arguments.skipWrongRows());
        }
    }

    private int tell(ImportReport report, boolean skipWrongRows) {
        report.problems().forEach(problem -> err.println(problem));
        if (report.wrongRows() > report.problems().size()) {
            err.println("... and " + (report.wrongRows() - report.problems().size()) + " more");
        }
        report.sourceRows().forEach((use, rows) -> out.println(use + ": " + rows + " rows"));
        switch (report.outcome()) {
            case REFUSED -> {
                err.println(report.wrongRows() + " faults were found; nothing was imported. Correct them, or import the"
                        + " rest with " + SKIP + ".");
                return REFUSED;
            }
            case ALREADY_IMPORTED -> out.println("This data was imported before; nothing was done.");
            case IMPORTED ->
                report.written()
                        .forEach((step, written) -> out.println(
                                step + ": " + written + " of " + report.right().get(step) + " written"));
        }
        if (report.wrongRows() > 0 && skipWrongRows) {
            err.println(report.wrongRows() + " faults were found; the documents and rows with them were left out.");
        }
        return DONE;
    }
}
