package org.throughline.erp.tryton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** Tryton as Debian packages it; .ci/run installs it. Tests that need it are not run where it is not. */
final class TrytonInstallation {

    /** What Tryton is made of here; Debian's packages bring what these need. */
    static final List<String> MODULES = List.of(
            "sale_price_list",
            "product_price_list_dates",
            "sale_credit_limit",
            "account_credit_limit",
            "account_invoice_history",
            "sale_promotion",
            "sale_supply",
            "purchase",
            "sale_history",
            "sale_invoice_grouping",
            "sale_shipment_grouping",
            "sale_product_customer",
            "sale_stock_quantity",
            "sale_extra",
            "sale_shipment_cost",
            "account_tax_rule_country",
            "party_relationship",
            "web_shop");

    static final Path PYTHON = Path.of("/usr/bin/python3");
    static final Path GUNICORN = Path.of("/usr/bin/gunicorn");
    static final Path ADMIN = Path.of("/usr/bin/trytond-admin");

    private static final List<String> IMPORTS =
            List.of("psycopg2", "trytond.modules.sale_credit_limit", "trytond.modules.web_shop");

    private static final Optional<String> MISSING = missing();

    private TrytonInstallation() {}

    /** @throws TestAbortedException when something is missing; says what */
    static void require() {
        MISSING.ifPresent(missing -> {
            throw new TestAbortedException("Tryton is not installed: " + missing);
        });
    }

    private static Optional<String> missing() {
        for (Path program : List.of(PYTHON, GUNICORN, ADMIN)) {
            if (!Files.isExecutable(program)) {
                return Optional.of("there is no " + program);
            }
        }
        return IMPORTS.stream()
                .filter(module -> run(List.of(PYTHON.toString(), "-c", "import " + module), Map.of(), null) != 0)
                .map(module -> "Debian's Python has no " + module)
                .findFirst();
    }

    /**
     * Runs a program to its end.
     *
     * @param log where its output goes; null: nowhere
     */
    static int run(List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        log == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command.get(0) + " does not come to an end");
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
