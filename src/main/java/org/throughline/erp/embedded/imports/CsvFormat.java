package org.throughline.erp.embedded.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The CSV files that docs/import.md describes. Each file may be missing; lines need their heads. */
final class CsvFormat implements ImportPlan {

    private static final List<String> FILES = List.of(
            "branches.csv",
            "warehouses.csv",
            "accounts.csv",
            "items.csv",
            "prices.csv",
            "stock.csv",
            "orders.csv",
            "order_lines.csv",
            "shipments.csv",
            "shipment_lines.csv",
            "invoices.csv",
            "invoice_lines.csv");

    private final Path from;
    private final CsvMasters masters;
    private final CsvSales sales;

    CsvFormat(Path from, JdbcClient erp, Clock clock) {
        this.from = from;
        Known known = new Known(erp);
        this.masters = new CsvMasters(from, known, clock);
        this.sales = new CsvSales(from, known, clock);
    }

    static List<Path> files(Path from) {
        List<Path> files =
                FILES.stream().map(from::resolve).filter(Files::isRegularFile).toList();
        if (files.isEmpty()) {
            throw new ImportFailure("The directory holds none of " + String.join(", ", FILES) + ".");
        }
        for (String document : List.of("order", "shipment", "invoice")) {
            if (files.contains(from.resolve(document + "s.csv"))
                    != files.contains(from.resolve(document + "_lines.csv"))) {
                throw new ImportFailure(
                        "Of " + document + "s.csv and " + document + "_lines.csv one cannot be without the other.");
            }
        }
        return files;
    }

    @Override
    public List<ImportStep> steps() {
        List<ImportStep> steps = new ArrayList<>();
        add(steps, "branches", masters::readBranches);
        add(steps, "warehouses", masters::readWarehouses);
        add(steps, "accounts", masters::readAccounts);
        add(steps, "items", masters::readItems);
        add(steps, "prices", masters::readPrices);
        add(steps, "stock", masters::readStock);
        add(steps, "orders", sales::readOrders);
        add(steps, "shipments", sales::readShipments);
        add(steps, "invoices", sales::readInvoices);
        return steps;
    }

    private void add(List<ImportStep> steps, String name, ImportStep.Reading reading) {
        if (Files.isRegularFile(from.resolve(name + ".csv"))) {
            steps.add(ImportStep.of(name, reading));
        }
    }
}
