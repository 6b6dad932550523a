package org.throughline.erp.embedded.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.database.TestDatabase;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.Supply;
import org.throughline.tax.TaxClass;
import org.throughline.tax.TaxDetermination;
import org.throughline.tax.TaxParty;
import org.throughline.tax.TaxPlace;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxTable;
import org.throughline.tax.TaxTreatment;

class VatRatesImportTest {

    private static final Path DATA = Path.of("../shared/data");
    private static final String GERMAN = """
            {"details": "a table", "version": 4, "items": {
              "DE": [
                {"effective_from": "2021-01-01", "rates": {"reduced": 7, "standard": 19},
                 "exceptions": [{"name": "Büsingen am Hochrhein", "postcode": "78266", "standard": 0}]},
                {"effective_from": "2020-07-01", "rates": {"reduced": 5, "standard": 16}},
                {"effective_from": "0000-01-01", "rates": {"reduced": 7, "standard": 19}}
              ],
              "PT": [
                {"effective_from": "0000-01-01", "rates": {"reduced1": 6, "standard": 23},
                 "exceptions": [{"name": "Madeira", "postcode": "9[0-4]\\\\d{2,}", "standard": 22}]}
              ]%s
            }}""";

    private static TestDatabase database;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        database = TestDatabase.derby();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.erp().sql("delete from tax_rule").update();
        database.erp().sql("delete from import_progress").update();
    }

    @Test
    void ratesHoldFromTheirDayUntilTheNext() {
        assertThat(run(GERMAN.formatted("")).wrongRows()).isZero();
        assertThat(standard("DE", null, LocalDate.of(1990, 1, 1)).ratePercent()).isEqualByComparingTo("19");
        assertThat(standard("DE", null, LocalDate.of(2020, 6, 30)).ratePercent())
                .isEqualByComparingTo("19");
        assertThat(standard("DE", null, LocalDate.of(2020, 7, 1)).ratePercent()).isEqualByComparingTo("16");
        assertThat(standard("DE", null, LocalDate.of(2020, 12, 31)).ratePercent())
                .isEqualByComparingTo("16");
        assertThat(standard("DE", null, LocalDate.of(2021, 1, 1)).ratePercent()).isEqualByComparingTo("19");
        assertThat(rules("DE")).filteredOn(rule -> rule.until() != null).hasSize(4);
    }

    @Test
    void areasHaveTheirOwnRatesOrLieOutside() {
        run(GERMAN.formatted(""));
        LocalDate today = LocalDate.of(2026, 11, 15);
        assertThat(standard("PT", "9000", today).ratePercent()).isEqualByComparingTo("22");
        assertThat(standard("PT", "1000", today).ratePercent()).isEqualByComparingTo("23");
        TaxTreatment outside = standard("DE", "78266", today);
        assertThat(outside.category()).isEqualTo(TaxCategory.G);
        assertThat(outside.reason()).isEqualTo("Büsingen am Hochrhein is outside the tax territory");
        assertThat(outside.ruleId()).isEqualTo("VAT-DE-BUSINGEN-AM-HOCHRHEIN-2021-01-01");
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsImported() {
        ImportReport report = run(GERMAN.formatted(",\n\"FR\": [\n"
                + "{\"effective_from\": \"soon\", \"rates\": {\"standard\": 20}},\n"
                + "{\"effective_from\": \"2014-01-01\", \"rates\": {\"standard\": 120}},\n"
                + "{\"effective_from\": \"2012-01-01\", \"rates\": {\"standard\": 19.6},"
                + " \"exceptions\": [{\"name\": \"X\", \"postcode\": \"(\", \"standard\": 1}]}]"));
        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
        assertThat(report.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "eu-vat-rates.json:13: FR: \"effective_from\" is not a day.",
                        "eu-vat-rates.json:14: FR: A rate is a number from 0 to 100.",
                        "eu-vat-rates.json:15: FR: An exception has a name and a pattern of postal codes.");
        assertThat(rules("DE")).isEmpty();
    }

    @Test
    void aCountryWithAnythingWrongIsLeftOutAsAWhole() {
        write(GERMAN.formatted(
                ",\n\"FR\": [{\"effective_from\": \"2014-01-01\", \"rates\": {\"standard\": 20, \"x\": -1}}]"));
        ImportReport report = importer().run(ImportFormat.VAT_RATES, folder, true);
        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
        assertThat(rules("FR")).isEmpty();
        assertThat(rules("DE")).hasSize(7);
    }

    @Test
    void whatIsNoTableIsRefusedInASentence() {
        assertThatThrownBy(() -> run("{\"items\": {"))
                .isInstanceOf(ImportFailure.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> importer().run(ImportFormat.VAT_RATES, folder.resolve("nowhere"), false))
                .isInstanceOf(ImportFailure.class)
                .hasMessage("The directory has no eu-vat-rates.json or vat-rates.json.");
    }

    @Test
    void thePublicTableIsImported() {
        assumeTrue(Files.isDirectory(DATA), "the folder ../shared/data with the real data is absent");
        ImportReport report = importer().run(ImportFormat.VAT_RATES, DATA, false);
        assertThat(report.problems()).isEmpty();
        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
        LocalDate day = LocalDate.of(2026, 11, 15);
        Map<String, String> rates =
                Map.of("DE", "19", "FR", "20", "GB", "20", "FI", "25.5", "RO", "21", "EE", "24", "SK", "23");
        rates.forEach((country, rate) -> assertThat(standard(country, null, day).ratePercent())
                .as(country)
                .isEqualByComparingTo(rate));
        assertThat(standard("ES", "35001", day).category()).isEqualTo(TaxCategory.G);
        assertThat(standard("FR", "97100", day).ratePercent()).isEqualByComparingTo("8.5");
        assertThat(importer().run(ImportFormat.VAT_RATES, DATA, false).outcome())
                .isEqualTo(ImportReport.Outcome.ALREADY_IMPORTED);
    }

    private ImportReport run(String table) {
        write(table);
        return importer().run(ImportFormat.VAT_RATES, folder, false);
    }

    private void write(String table) {
        try {
            Files.writeString(folder.resolve("eu-vat-rates.json"), table);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Importer importer() {
        return new Importer(database.erpDataSource(), Clock.systemUTC(), ImportListener.SILENT);
    }

    private static TaxTreatment standard(String country, String postalCode, LocalDate day) {
        Supply supply = new Supply(
                new TaxParty(new TaxPlace(country, null, postalCode), country + "1", null),
                new TaxParty(country, null, false),
                new TaxPlace(country, null, postalCode),
                day);
        return new TaxDetermination(supply, Map.of(country, TaxTable.of(rules(country))))
                .treatmentOf(new TaxClass("STANDARD", false))
                .orElseThrow();
    }

    private static List<TaxRule> rules(String country) {
        return database.erp()
                .sql("select * from tax_rule where country = ?")
                .param(country)
                .query((row, number) -> new TaxRule(
                        row.getString("id"),
                        row.getString("country"),
                        row.getString("tax_class"),
                        row.getString("region"),
                        row.getString("postal_pattern"),
                        TaxCategory.valueOf(row.getString("category")),
                        row.getBigDecimal("rate_percent"),
                        row.getString("reason_code"),
                        row.getString("reason"),
                        row.getDate("valid_from").toLocalDate(),
                        row.getDate("valid_to") == null
                                ? null
                                : row.getDate("valid_to").toLocalDate()))
                .list();
    }
}
