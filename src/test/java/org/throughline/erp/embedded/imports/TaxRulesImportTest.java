package org.throughline.erp.embedded.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.database.TestDatabase;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.Buyers;
import org.throughline.tax.JurisdictionLevel;
import org.throughline.tax.TaxLevy;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxableShare;

/** A table of tax rules is loaded as a whole or not at all. */
class TaxRulesImportTest {

    private static final String HEADER = "id,country,tax_class,region,postal_codes,category,rate,reason_code,reason,"
            + "legal_reference,valid_from,valid_to,buyers,jurisdiction,level,tax_name,compound,taxable_from,excess_only,"
            + "taxable_up_to\n";

    private TestDatabase database;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        database = TestDatabase.derby();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyColumnIsRead() throws IOException {
        table("""
                MA-CLOTHES,US,CLOTHING,MA,02\\d{3},S,6.25,,,M.G.L. c. 64H s. 6(k),2020-01-01,2030-01-01,UNREGISTERED,\
                US-MA,STATE,Massachusetts sales tax,true,175,true,5000
                DE-SCRAP,DE,SCRAP,,,AE,0,VATEX-EU-AE,Reverse charge,UStG 13b(2) Nr. 7,2011-01-01,,REGISTERED,,,,,,,
                """);
        assertThat(run(false).outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
        assertThat(rules())
                .containsExactly(
                        new TaxRule(
                                "DE-SCRAP",
                                "DE",
                                "SCRAP",
                                null,
                                null,
                                TaxCategory.AE,
                                new BigDecimal("0.0000"),
                                "VATEX-EU-AE",
                                "Reverse charge",
                                java.time.LocalDate.of(2011, 1, 1),
                                null,
                                "UStG 13b(2) Nr. 7",
                                Buyers.REGISTERED,
                                null),
                        new TaxRule(
                                "MA-CLOTHES",
                                "US",
                                "CLOTHING",
                                "MA",
                                "02\\d{3}",
                                TaxCategory.S,
                                new BigDecimal("6.2500"),
                                null,
                                null,
                                java.time.LocalDate.of(2020, 1, 1),
                                java.time.LocalDate.of(2030, 1, 1),
                                "M.G.L. c. 64H s. 6(k)",
                                Buyers.UNREGISTERED,
                                new TaxLevy(
                                        "US-MA",
                                        JurisdictionLevel.STATE,
                                        "Massachusetts sales tax",
                                        true,
                                        new TaxableShare(
                                                new BigDecimal("175.000000"), true, new BigDecimal("5000.000000")))));
    }

    @Test
    void aTableWithAGapOrAnOverlapIsRefusedAsAWholeAndTheRowsAreNamed() throws IOException {
        table("""
                A,DE,STANDARD,,,S,19,,,,2020-01-01,2020-07-01,,,,,,,,
                B,DE,STANDARD,,,S,16,,,,2020-07-02,2021-01-01,,,,,,,,
                C,DE,STANDARD,,,S,19,,,,2020-12-31,,,,,,,,,
                D,FR,STANDARD,,,S,20,,,,2020-01-01,,,,,,,,,
                """);
        for (boolean skip : new boolean[] {false, true}) {
            ImportReport report = run(skip);
            assertThat(report.problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "tax_rules.csv:3: from 2020-07-01 until 2020-07-01 there is a gap between the rule and line 2",
                            "tax_rules.csv:4: from 2020-12-31 until 2020-12-31 the rule overlaps with line 3");
            assertThat(rules()).isEmpty();
        }
    }

    @Test
    void allThatIsWrongWithRowsIsTold() throws IOException {
        table("""
                ,XX,STANDARD,,(,Q,-1,,,,yesterday,,ALLES,,,,,,,
                B,DE,*,,,AE,5,,,,2020-01-01,2020-01-01,,,CITY,City tax,true,1,,2
                C,US,*,,,S,101,,,,2020-01-01,,,US-X,,,maybe,,true,
                D,US,*,,,S,1.12345,,,,2020-01-01,,,US-Y,TOWN,Tax,,5,,5
                D,US,FOOD,,,E,0,,,,2020-01-01,,,,,,,,,
                E,US,FOOD,,,E,0,,Food,,2020-01-01,,,,,,,,,
                E,US,BOOKS,,,E,0,,Books,,2020-01-01,,,,,,,,,
                """);
        ImportReport report = run(true);
        assertThat(report.problems())
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "tax_rules.csv:2: category is none of S, Z, E, AE, K, G, O, L, M, B",
                        "tax_rules.csv:2: rate is below zero",
                        "tax_rules.csv:2: valid_from is not a date such as 2026-01-31",
                        "tax_rules.csv:2: id is missing",
                        "tax_rules.csv:2: country is not a country code of ISO 3166-1 such as DE",
                        "tax_rules.csv:2: postal_codes is not a regular expression",
                        "tax_rules.csv:2: buyers is none of ALL, REGISTERED, UNREGISTERED",
                        "tax_rules.csv:3: rate must be 0 in category AE",
                        "tax_rules.csv:3: category AE needs a reason or a reason_code",
                        "tax_rules.csv:3: valid_to is the day after the last; it must be later than valid_from",
                        "tax_rules.csv:3: a reverse charge (category AE) is for buyers REGISTERED only",
                        "tax_rules.csv:3: level needs a jurisdiction",
                        "tax_rules.csv:3: tax_name needs a jurisdiction",
                        "tax_rules.csv:3: compound needs a jurisdiction",
                        "tax_rules.csv:3: taxable_from needs a jurisdiction",
                        "tax_rules.csv:3: taxable_up_to needs a jurisdiction",
                        "tax_rules.csv:4: rate is above 100",
                        "tax_rules.csv:4: a jurisdiction needs a level",
                        "tax_rules.csv:4: tax_name is missing",
                        "tax_rules.csv:4: compound is neither true nor false",
                        "tax_rules.csv:4: excess_only needs taxable_from",
                        "tax_rules.csv:5: rate has more than 4 decimals",
                        "tax_rules.csv:5: level is none of COUNTRY, STATE, COUNTY, CITY, DISTRICT",
                        "tax_rules.csv:5: taxable_up_to must be above taxable_from",
                        "tax_rules.csv:6: category E needs a reason or a reason_code",
                        "tax_rules.csv:8: id is that of an earlier row");
        assertThat(rules()).isEmpty();
    }

    @Test
    void aRuleOfTheErpGivesWayToOneThatBeginsLaterAndNotToOneOfTheSameDay() throws IOException {
        table("OLD,DE,STANDARD,,,S,19,,,,2007-01-01,,,,,,,,,\n");
        run(false);
        table("NEW,DE,STANDARD,,,S,20,,,,2007-01-01,,,,,,,,,\n");
        assertThat(run(false).problems())
                .extracting(Problem::toString)
                .containsExactly("tax_rules.csv:2: from 2007-01-01 on the rule overlaps with rule OLD of the ERP");
        table("NEW,DE,STANDARD,,,S,20,,,,2027-01-01,,,,,,,,,\n");
        assertThat(run(false).outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
        assertThat(rules()).extracting(TaxRule::id).containsExactly("NEW", "OLD");
    }

    @Test
    void theSameTableASecondTimeChangesNothing() throws IOException {
        table("A,DE,STANDARD,,,S,19,,,,2020-01-01,,,,,,,,,\n");
        run(false);
        assertThat(run(false).outcome()).isEqualTo(ImportReport.Outcome.ALREADY_IMPORTED);
        table("A,DE,STANDARD,,,S,19,,,,2020-01-01,,,,,,,,,\nB,FR,STANDARD,,,S,20,,,,2020-01-01,,,,,,,,,\n");
        assertThat(run(false).written()).containsEntry("tax rules", 1L);
        assertThat(rules()).hasSize(2);
    }

    @Test
    void aDirectoryWithoutTheTableIsRefused() {
        assertThatThrownBy(() -> run(false)).isInstanceOf(ImportFailure.class).hasMessageContaining("tax_rules.csv");
    }

    private void table(String rows) throws IOException {
        Files.writeString(folder.resolve("tax_rules.csv"), HEADER + rows);
    }

    private ImportReport run(boolean skipWrongRows) {
        return new Importer(database.erpDataSource(), Clock.systemUTC(), ImportListener.SILENT)
                .run(ImportFormat.TAX_RULES, folder, skipWrongRows);
    }

    private List<TaxRule> rules() {
        return database.erp()
                .sql("select " + TaxRows.RULE + " from tax_rule order by id")
                .query((row, number) -> TaxRows.rule(row))
                .list();
    }
}
