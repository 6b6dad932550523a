package org.throughline.erp.embedded.demo;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.throughline.erp.embedded.imports.TaxRuleTable;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.tax.Supply;
import org.throughline.tax.TaxDetermination;
import org.throughline.tax.TaxParty;
import org.throughline.tax.TaxPlace;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxTable;

/** The tax rules of the demo's countries, and how they tax what it sells. */
final class DemoTax {

    private static final String TABLE = "/demo/tax_rules.csv";

    private final Map<String, TaxTable> tables;

    private DemoTax(List<TaxRule> rules) {
        this.tables = rules.stream().collect(groupingBy(TaxRule::country, collectingAndThen(toList(), TaxTable::of)));
    }

    /** Writes the rules and remembers them. */
    static DemoTax write(RowBatch rows) {
        List<TaxRule> rules = rules();
        rules.forEach(rule -> rows.add(ErpTable.TAX_RULE, TaxRows.of(rule)));
        return new DemoTax(rules);
    }

    private static List<TaxRule> rules() {
        try (InputStream table = DemoTax.class.getResourceAsStream(TABLE);
                Reader csv = new InputStreamReader(table, StandardCharsets.UTF_8)) {
            return TaxRuleTable.read(TABLE, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How what an account orders on a day is taxed. */
    TaxDetermination of(DemoAccount account, LocalDate day) {
        TaxParty seller = new TaxParty(account.branch().country, account.branch().taxId, false);
        TaxParty buyer = new TaxParty(account.country(), account.taxId(), account.isExempt());
        return new TaxDetermination(new Supply(seller, buyer, TaxPlace.of(account.address()), day), tables);
    }
}
