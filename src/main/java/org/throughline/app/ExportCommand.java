package org.throughline.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.throughline.account.Accounts;
import org.throughline.account.CreditBooks;
import org.throughline.account.CreditControl;
import org.throughline.account.Credits;
import org.throughline.erp.exports.Exporter;
import org.throughline.history.Invoices;
import org.throughline.history.Shipments;
import org.throughline.order.Orders;
import org.throughline.pricing.PriceLists;
import org.throughline.stock.Items;
import org.throughline.stock.StockLevels;
import org.throughline.tax.TaxRules;

/** {@code export --to=DIR [settings]}: writes what the ERP holds into files and ends. No server is started. */
final class ExportCommand {

    /** The first argument that asks for it. */
    static final String NAME = "export";

    private static final int DONE = 0;
    private static final int FAILED = 2;
    private static final String TO = "--to=";
    private static final String USAGE = "Usage: export --to=DIR [--throughline.SETTING=VALUE...]";

    private ExportCommand() {}

    static boolean isMeantBy(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /** @return the exit code: 0 when all is written, 2 when the command or the ERP cannot be used */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            export(Arguments.of(arguments), out);
            return DONE;
        } catch (StartupProblem misused) {
            err.println(misused.getMessage());
            return FAILED;
        } catch (RuntimeException failure) {
            err.println(StartupFailure.sentence(failure));
            return FAILED;
        }
    }

    private record Arguments(Path to, List<String> settings) {

        static Arguments of(String[] arguments) {
            String to = null;
            List<String> settings = new ArrayList<>();
            for (String argument : List.of(arguments).subList(1, arguments.length)) {
                if (argument.startsWith(TO)) {
                    to = argument.substring(TO.length());
                } else if (argument.startsWith("--throughline.") || argument.startsWith("--logging.")) {
                    settings.add(argument);
                } else {
                    throw new StartupProblem("There is no option " + argument + ".\n" + USAGE);
                }
            }
            return new Arguments(directory(to), settings);
        }

        /** Files that are there already would be mistaken for a part of the export. */
        private static Path directory(String to) {
            if (to == null) {
                throw new StartupProblem("--to=DIR is missing.\n" + USAGE);
            }
            try {
                Path directory = Files.createDirectories(Path.of(to));
                try (Stream<Path> files = Files.list(directory)) {
                    if (files.findAny().isPresent()) {
                        throw new StartupProblem("The directory of --to is not empty.");
                    }
                }
                return directory;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What an export needs of the service's wiring. */
    @EnableConfigurationProperties(Settings.class)
    @Import({DatabaseWiring.class, ClockWiring.class, ErpWiring.class})
    static class Wiring {}

    private static void export(Arguments arguments, PrintStream out) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties("logging.level.org.springframework=error")
                .run(arguments.settings().toArray(String[]::new))) {
            Exporter exporter = new Exporter(ports(context), LocalDate.now(context.getBean(Clock.class)));
            exporter.run(arguments.to()).forEach((file, rows) -> out.println(file + ": " + rows));
        }
    }

    private static Exporter.Ports ports(ConfigurableApplicationContext context) {
        return new Exporter.Ports(
                context.getBean(Accounts.class),
                credits(context),
                context.getBean(Items.class),
                context.getBean(PriceLists.class),
                context.getBean(TaxRules.class),
                context.getBean(StockLevels.class),
                context.getBean(Orders.class),
                context.getBean(Shipments.class),
                context.getBean(Invoices.class));
    }

    private static Credits credits(ConfigurableApplicationContext context) {
        return context.getBeanProvider(Credits.class).getIfAvailable(() -> {
            Settings settings = context.getBean(Settings.class);
            return new CreditControl(
                    context.getBean(CreditBooks.class), settings.credit().rules());
        });
    }
}
