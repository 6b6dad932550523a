package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.Supply;
import org.throughline.tax.TaxDetermination;
import org.throughline.tax.TaxParty;
import org.throughline.tax.TaxPlace;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxTable;

/** The tax rules of the demo's countries, and how they tax what it sells. */
final class DemoTax {

    private final Map<String, List<TaxRule>> rules = new TreeMap<>();
    private final Map<String, TaxTable> tables = new TreeMap<>();

    /** Writes the rules and remembers them. */
    static DemoTax write(RowBatch rows) {
        DemoTax tax = new DemoTax();
        tax.rule(rows, "GB", "STANDARD", "S", "17.5", "1991-04-01", "2008-12-01");
        tax.rule(rows, "GB", "STANDARD", "S", "15", "2008-12-01", "2010-01-01");
        tax.rule(rows, "GB", "STANDARD", "S", "17.5", "2010-01-01", "2011-01-04");
        tax.rule(rows, "GB", "STANDARD", "S", "20", "2011-01-04", null);
        tax.rule(rows, "GB", "SERVICE", "S", "20", "2011-01-04", null);
        tax.rule(rows, "GB", "REDUCED", "S", "5", "1997-09-01", null);
        tax.rule(rows, "GB", "ZERO", "Z", "0", "1973-04-01", null);
        tax.rule(rows, "DE", "STANDARD", "S", "19", "2007-01-01", "2020-07-01");
        tax.rule(rows, "DE", "STANDARD", "S", "16", "2020-07-01", "2021-01-01");
        tax.rule(rows, "DE", "STANDARD", "S", "19", "2021-01-01", null);
        tax.rule(rows, "DE", "SERVICE", "S", "19", "2021-01-01", null);
        tax.rule(rows, "DE", "REDUCED", "S", "7", "1983-07-01", "2020-07-01");
        tax.rule(rows, "DE", "REDUCED", "S", "5", "2020-07-01", "2021-01-01");
        tax.rule(rows, "DE", "REDUCED", "S", "7", "2021-01-01", null);
        tax.rule(rows, "DE", "ZERO", "S", "7", "2021-01-01", null);
        tax.rule(rows, "FR", "STANDARD", "S", "19.6", "2000-04-01", "2014-01-01");
        tax.rule(rows, "FR", "STANDARD", "S", "20", "2014-01-01", null);
        tax.rule(rows, "FR", "SERVICE", "S", "20", "2014-01-01", null);
        tax.rule(rows, "FR", "REDUCED", "S", "5.5", "2014-01-01", null);
        tax.rule(rows, "FR", "ZERO", "S", "5.5", "2014-01-01", null);
        for (String taxClass : new String[] {"STANDARD", "REDUCED", "ZERO", "SERVICE"}) {
            tax.rule(rows, "US", taxClass, "O", "0", "2000-01-01", null);
        }
        tax.rules.forEach((country, all) -> tax.tables.put(country, TaxTable.of(all)));
        return tax;
    }

    private void rule(
            RowBatch rows, String country, String taxClass, String category, String rate, String from, String to) {
        boolean outside = category.equals("O");
        TaxRule rule = new TaxRule(
                country + "-" + taxClass + "-" + from,
                country,
                taxClass,
                null,
                null,
                TaxCategory.valueOf(category),
                new BigDecimal(rate),
                outside ? "VATEX-EU-O" : null,
                outside ? "No value added tax in this country" : null,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
        rules.computeIfAbsent(country, unused -> new ArrayList<>()).add(rule);
        rows.add(ErpTable.TAX_RULE, TaxRows.of(rule));
    }

    /** How what an account orders on a day is taxed. */
    TaxDetermination of(DemoAccount account, LocalDate day) {
        TaxParty seller = new TaxParty(account.branch().country, account.branch().taxId, false);
        TaxParty buyer = new TaxParty(account.country(), account.taxId(), account.isExempt());
        return new TaxDetermination(new Supply(seller, buyer, TaxPlace.of(account.address()), day), tables);
    }
}
