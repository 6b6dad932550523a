package org.throughline.erp.embedded.imports;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxRuleConflict;

/** A table of tax rules that comes with the program, in the form of the import tax-rules. */
public final class TaxRuleTable {

    private TaxRuleTable() {}

    /**
     * @param name for messages
     * @throws IllegalStateException when anything is wrong with it
     */
    public static List<TaxRule> read(String name, Reader csv) {
        Problems problems = new Problems();
        List<TaxRule> rules = new ArrayList<>();
        try (CsvFile rows = CsvFile.of(name, csv, problems, TaxRuleRow.REQUIRED)) {
            rows.forEachRemaining(row -> rules.add(new TaxRuleRow(row).rule()));
        }
        if (problems.count() > 0) {
            throw new IllegalStateException(problems.kept().toString());
        }
        List<TaxRuleConflict> conflicts = TaxRuleConflict.of(List.of(), rules);
        if (!conflicts.isEmpty()) {
            throw new IllegalStateException(conflicts.toString());
        }
        return rules;
    }
}
