package org.throughline.erp.exports;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.throughline.account.Account;
import org.throughline.account.AccountFilter;
import org.throughline.account.Accounts;
import org.throughline.account.Credits;
import org.throughline.history.Invoices;
import org.throughline.history.Shipments;
import org.throughline.order.Orders;
import org.throughline.pricing.PriceLists;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.stock.Items;
import org.throughline.stock.StockLevels;
import org.throughline.tax.TaxRules;

/**
 * Writes what an ERP holds into the files that docs/import.md describes, read through the ports alone, so that it can be imported
 * elsewhere. What the files have no words for is left out and counted.
 */
public final class Exporter {

    private final Ports ports;
    private final LocalDate today;

    /** What is read. */
    public record Ports(
            Accounts accounts,
            Credits credits,
            Items items,
            PriceLists priceLists,
            TaxRules taxRules,
            StockLevels stockLevels,
            Orders orders,
            Shipments shipments,
            Invoices invoices) {}

    public Exporter(Ports ports, LocalDate today) {
        this.ports = ports;
        this.today = today;
    }

    /**
     * Reads everything and writes it.
     *
     * @param folder an empty directory
     * @return how many rows each file has, then what was left out
     */
    public Map<String, Long> run(Path folder) {
        ExportFolder files = new ExportFolder(folder);
        List<Account> accounts = all(page ->
                ports.accounts().find(AccountFilter.ALL, page, MaxAge.LIVE).value());
        new MasterTables(ports, today, files).write(accounts);
        new DocumentTables(ports, files).write(accounts);
        return files.counts();
    }

    /** All entries of a list. */
    static <T> List<T> all(Function<PageRequest, Page<T>> reader) {
        List<T> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<T> page = reader.apply(new PageRequest(PageRequest.MAX_SIZE, cursor));
            all.addAll(page.entries());
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        return all;
    }
}
