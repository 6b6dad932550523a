package org.throughline.erp.embedded.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.KeyBatches;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxRuleConflict;

/**
 * A table of tax rules as docs/import.md describes it. It is imported as a whole or not at all, because days without a rule
 * or with two would be found out by customers: gaps and overlaps are faults, within the table and with what the ERP holds.
 */
final class TaxRulesFormat implements ImportPlan {

    private static final String FILE = "tax_rules.csv";

    private final Path file;
    private final JdbcClient erp;

    TaxRulesFormat(Path from, JdbcClient erp) {
        this.file = files(from).get(0);
        this.erp = erp;
    }

    static List<Path> files(Path from) {
        Path file = from.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new ImportFailure("The directory has no " + FILE + ".");
        }
        return List.of(file);
    }

    @Override
    public List<ImportStep> steps() {
        return List.of(ImportStep.of("tax rules", this::read));
    }

    private void read(Consumer<Importable> sink, Problems problems) {
        long before = problems.count();
        Table table = table(problems);
        for (TaxRuleConflict conflict : TaxRuleConflict.of(present(table), table.rules)) {
            report(conflict, table, problems);
        }
        if (problems.count() == before) {
            table.rules.forEach(rule -> sink.accept(importable(rule)));
        }
    }

    private record Table(List<TaxRule> rules, Map<String, Row> rows) {}

    private Table table(Problems problems) {
        Table table = new Table(new ArrayList<>(), new HashMap<>());
        try (CsvFile rows = CsvFile.open(file, problems, TaxRuleRow.REQUIRED)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                TaxRule rule = new TaxRuleRow(row).rule();
                if (row.isValid() && table.rows.putIfAbsent(rule.id(), row) != null) {
                    row.reject("id is that of an earlier row");
                }
                if (row.isValid()) {
                    table.rules.add(rule);
                }
            }
        }
        return table;
    }

    /** The ERP's other rules of the countries; those with an id of the table are there from an earlier import of it. */
    private List<TaxRule> present(Table table) {
        Set<String> countries = new TreeSet<>();
        table.rules.forEach(rule -> countries.add(rule.country()));
        Set<String> ids = new HashSet<>(table.rows.keySet());
        return KeyBatches.read(countries, this::ofCountries).stream()
                .filter(rule -> !ids.contains(rule.id()))
                .toList();
    }

    private List<TaxRule> ofCountries(List<String> countries) {
        return erp.sql("select " + TaxRows.RULE + " from tax_rule where country in (:countries) order by id")
                .param("countries", countries)
                .query((row, number) -> TaxRows.rule(row))
                .list();
    }

    private static void report(TaxRuleConflict conflict, Table table, Problems problems) {
        Row later = table.rows.get(conflict.later().id());
        Row named = later == null ? table.rows.get(conflict.earlier().id()) : later;
        TaxRule other = later == null ? conflict.later() : conflict.earlier();
        Row otherRow = table.rows.get(other.id());
        String where = otherRow == null ? "rule " + other.id() + " of the ERP" : "line " + otherRow.firstLine();
        String days = "from " + conflict.from()
                + (conflict.until() == null
                        ? " on"
                        : " until " + conflict.until().minusDays(1));
        named.reject(
                conflict.overlap()
                        ? days + " the rule overlaps with " + where
                        : days + " there is a gap between the rule and " + where);
    }

    private static Importable importable(TaxRule rule) {
        return Importable.of(Kind.TAX_RULE, rule.id(), rows -> rows.add(ErpTable.TAX_RULE, TaxRows.of(rule)));
    }
}
