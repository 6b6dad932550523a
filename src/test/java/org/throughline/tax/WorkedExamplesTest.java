package org.throughline.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;
import org.throughline.shared.Violation;

/**
 * Examples as a manual of tax would tell them. Places are written country/region/postal code. Sources: Directive 2006/112/EC
 * ("art."), EN 16931 with its VATEX codes, the Windsor Framework and HMRC's notice on goods in Northern Ireland, VAT Notice
 * 735, New York TB-ST-530 (clothing), Massachusetts 830 CMR 64H.6.4, Florida DR-15DSS, Tennessee's sales tax manual (single
 * articles), Revenu Québec on the QST before and after 2013.
 */
class WorkedExamplesTest {

    private static final Map<String, TaxTable> TABLES = Rules.tables();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 15);

    @ParameterizedTest(name = "{0}: {7} {8} {9}")
    @CsvSource(nullValues = "-", textBlock = """
            # what                                  seller          buyer         tax id   from          to            class      cat rate reason or rule         law
            at home, DE, DE, DE1, -, DE, STANDARD, S, 19, DE-STANDARD-ALL, law of DE
            to a consumer at home, DE, DE, -, -, DE, BOOKS, S, 7, DE-BOOKS-ALL, law of DE
            art. 138: to a business in another member, DE, FR, FR1, -, FR, STANDARD, K, 0, VATEX-EU-IC, 'Directive 2006/112/EC, article 138(1)'
            art. 138: a Greek number begins with EL, DE, GR, EL1, -, GR, STANDARD, K, 0, VATEX-EU-IC, 'Directive 2006/112/EC, article 138(1)'
            art. 138: the number decides and not the seat, DE, US, FR1, -, FR, STANDARD, K, 0, VATEX-EU-IC, 'Directive 2006/112/EC, article 138(1)'
            art. 138: a number of the country of dispatch does not do, DE, FR, DE1, -, FR, STANDARD, S, 19, DE-STANDARD-ALL, law of DE
            art. 138: a number from outside the Union does not do, DE, US, 12-3, -, FR, STANDARD, S, 19, DE-STANDARD-ALL, law of DE
            art. 33: distance sale to a consumer, DE, FR, -, -, FR, STANDARD, S, 20, FR-STANDARD-ALL, law of FR
            art. 146: to a country outside, DE, US, -, -, US/NY/10001, STANDARD, G, 0, VATEX-EU-G, 'Directive 2006/112/EC, article 146(1)'
            art. 32: dispatched from another member at home there, DE, PL, PL1, PL, PL, STANDARD, S, 23, PL-STANDARD-ALL, law of PL
            art. 32: dispatched from another member across a border, DE, FR, FR1, PL, FR, STANDARD, K, 0, VATEX-EU-IC, 'Directive 2006/112/EC, article 138(1)'
            art. 32: dispatched outside the Union, DE, FR, FR1, US, FR, STANDARD, O, 0, VATEX-EU-O, 'Directive 2006/112/EC, article 32'
            a deposit is no supply, DE, US, -, -, US/NY/10001, DEPOSIT, O, 0, DE-DEPOSIT-ALL, law of DE
            art. 199: scrap to a business at home, DE, DE, DE1, -, DE, SCRAP, AE, 0, VATEX-EU-AE, law of DE
            art. 199: scrap to a consumer, DE, DE, -, -, DE, SCRAP, S, 19, DE-SCRAP-ALL, law of DE
            art. 199: scrap to a business without a number of here, DE, FR, FR1, -, DE, SCRAP, S, 19, DE-SCRAP-ALL, law of DE
            Notice 735: building work for a business, GB, GB, GB1, -, GB, CONSTRUCTION, AE, 0, VATEX-EU-AE, law of GB
            Notice 735: building work for a home owner, GB, GB, -, -, GB, CONSTRUCTION, S, 20, GB-CONSTRUCTION-UNREGISTERED, law of GB
            art. 6(1)(a): to Mount Athos, DE, GR, EL1, -, GR//63086, STANDARD, G, 0, VATEX-EU-G, 'Directive 2006/112/EC, articles 146(1) and 6'
            art. 6(1)(b): to the Canary Islands, DE, ES, -, -, ES//35001, STANDARD, G, 0, VATEX-EU-G, 'Directive 2006/112/EC, articles 146(1) and 6'
            art. 6(1)(b): from Spain to the Canary Islands, ES, ES, ES1, -, ES//38001, STANDARD, G, 0, VATEX-EU-G, 'Directive 2006/112/EC, articles 146(1) and 6'
            IGIC: within the Canary Islands, ES//35001, ES//38001, -, -, ES//38001, STANDARD, L, 7, ES-STANDARD-3[58]\\d{3}-ALL, law of ES
            IGIC: from the Canary Islands to Spain, ES//35001, ES, ES1, -, ES//28013, STANDARD, G, 0, -, -
            IPSI: within Ceuta, ES//51001, ES//51002, -, -, ES//51002, STANDARD, M, 10, ES-STANDARD-51\\d{3}-ALL, law of ES
            art. 6(2)(d): to Melilla, DE, ES, -, -, ES//52001, STANDARD, G, 0, VATEX-EU-G, 'Directive 2006/112/EC, articles 146(1) and 6'
            art. 6(1)(c): to Guadeloupe, FR, FR, FR1, -, FR//97110, STANDARD, G, 0, VATEX-EU-G, 'Directive 2006/112/EC, articles 146(1) and 6'
            within Guadeloupe at its own rate, FR//97110, FR//97110, -, -, FR//97110, STANDARD, S, 8.5, FR-STANDARD-97[124]\\d\\d-ALL, law of FR
            art. 6(1)(d): to Åland, DE, FI, FI1, -, FI//22100, STANDARD, G, 0, VATEX-EU-G, 'Directive 2006/112/EC, articles 146(1) and 6'
            art. 6(1)(f): to Campione d'Italia, DE, IT, IT1, -, IT//22061, STANDARD, G, 0, VATEX-EU-G, 'Directive 2006/112/EC, articles 146(1) and 6'
            art. 6(2)(a): to Heligoland, DE, DE, DE1, -, DE//27498, STANDARD, G, 0, VATEX-EU-G, 'Directive 2006/112/EC, articles 146(1) and 6'
            art. 6(2)(b): to Büsingen, DE, DE, DE1, -, DE//D-78266, STANDARD, G, 0, VATEX-EU-G, 'Directive 2006/112/EC, articles 146(1) and 6'
            art. 6(2)(b): beside Büsingen, DE, DE, DE1, -, DE//78267, STANDARD, S, 19, DE-STANDARD-ALL, law of DE
            art. 6(2)(e): to Livigno, DE, IT, IT1, -, IT//23041, STANDARD, G, 0, VATEX-EU-G, 'Directive 2006/112/EC, articles 146(1) and 6'
            art. 7: Monaco counts as France, DE, MC, FR1, -, MC//98000, STANDARD, K, 0, VATEX-EU-IC, 'Directive 2006/112/EC, article 138(1)'
            art. 7: to a consumer in Monaco, DE, MC, -, -, MC//98000, STANDARD, S, 20, FR-STANDARD-ALL, law of FR
            art. 7: the Isle of Man counts as Britain, GB, IM, -, -, IM//IM1 1AA, STANDARD, S, 20, GB-STANDARD-ALL, law of GB
            Northern Ireland: goods from Germany to a business, DE, GB//BT1 5GS, XI1, -, GB//BT1 5GS, STANDARD, K, 0, VATEX-EU-IC, 'Directive 2006/112/EC, article 138(1)'
            Northern Ireland: goods from Germany to a consumer, DE, GB//BT1 5GS, -, -, GB//BT1 5GS, STANDARD, S, 20, GB-STANDARD-ALL, law of GB
            Northern Ireland: written XI, DE, XI, XI1, -, XI, STANDARD, K, 0, VATEX-EU-IC, 'Directive 2006/112/EC, article 138(1)'
            Northern Ireland: from Britain it is at home, GB, GB//BT1 5GS, XI1, -, GB//BT1 5GS, STANDARD, S, 20, GB-STANDARD-ALL, law of GB
            Northern Ireland: to the Union, GB//BT1 5GS, FR, FR1, -, FR, STANDARD, K, 0, VATEX-EU-IC, 'Directive 2006/112/EC, article 138(1)'
            Northern Ireland: to America, GB//BT1 5GS, US, -, -, US/NY/10001, STANDARD, G, 0, VATEX-EU-G, 'Directive 2006/112/EC, article 146(1)'
            Great Britain: to the Union it is an export, GB, FR, FR1, -, FR, STANDARD, G, 0, -, -
            zero rate, GB, GB, -, -, GB, ZERO, Z, 0, GB-ZERO-ALL, law of GB
            exempt, GB, GB, -, -, GB, INSURANCE, E, 0, GB-INSURANCE-ALL, law of GB
            """)
    void goods(
            String what,
            String seller,
            String buyer,
            String taxId,
            String from,
            String to,
            String taxClass,
            TaxCategory category,
            BigDecimal rate,
            String reasonOrRule,
            String law) {
        TaxTreatment treatment = treatment(seller, buyer, taxId, null, from, to, DAY, taxClass, SupplyKind.GOODS);
        expect(treatment, category, rate, reasonOrRule, law);
    }

    @ParameterizedTest(name = "{0}: {6} {7} {8}")
    @CsvSource(nullValues = "-", textBlock = """
            # what                                   seller buyer tax id kind to cat rate reason or rule law
            art. 45: to a consumer at home, DE, DE, -, SERVICE, -, S, 19, DE-STANDARD-ALL, law of DE
            art. 45: to a consumer of the Union, DE, FR, -, SERVICE, -, S, 19, DE-STANDARD-ALL, law of DE
            arts. 44 and 196: to a business of the Union, DE, FR, FR1, SERVICE, -, AE, 0, VATEX-EU-AE, 'Directive 2006/112/EC, articles 44 and 196'
            arts. 44 and 59: to somebody outside, DE, US, -, SERVICE, -, O, 0, VATEX-EU-O, 'Directive 2006/112/EC, articles 44 and 59'
            Northern Ireland is outside for services, DE, GB//BT1 5GS, XI1, SERVICE, -, O, 0, VATEX-EU-O, 'Directive 2006/112/EC, articles 44 and 59'
            from Britain to a business of the Union, GB, DE, DE1, SERVICE, -, O, 0, -, -
            from Britain to Northern Ireland, GB, GB//BT1 5GS, XI1, SERVICE, -, S, 20, GB-STANDARD-ALL, law of GB
            to the Canary Islands, DE, ES//35001, -, SERVICE, -, O, 0, VATEX-EU-O, 'Directive 2006/112/EC, articles 44 and 59'
            art. 58: electronic to a consumer of the Union, DE, FR, -, ELECTRONIC_SERVICE, -, S, 20, FR-STANDARD-ALL, law of FR
            art. 58: electronic to a consumer at home, DE, DE, -, ELECTRONIC_SERVICE, -, S, 19, DE-STANDARD-ALL, law of DE
            art. 58: electronic to a business of the Union, DE, FR, FR1, ELECTRONIC_SERVICE, -, AE, 0, VATEX-EU-AE, 'Directive 2006/112/EC, articles 44 and 196'
            art. 58: electronic to a consumer outside, DE, US, -, ELECTRONIC_SERVICE, -, O, 0, VATEX-EU-O, 'Directive 2006/112/EC, articles 44 and 59'
            art. 58: electronic from Britain to a consumer of the Union, GB, FR, -, ELECTRONIC_SERVICE, -, S, 20, FR-STANDARD-ALL, law of FR
            art. 47: at a building at home for a foreigner, DE, FR, FR1, ON_SITE_SERVICE, DE, AE, 0, VATEX-EU-AE, 'Directive 2006/112/EC, articles 44 and 196'
            art. 47: at a building elsewhere for a local consumer, DE, FR, -, ON_SITE_SERVICE, FR, S, 20, FR-STANDARD-ALL, law of FR
            arts. 47 and 194: at a building elsewhere for a local business, DE, FR, FR1, ON_SITE_SERVICE, FR, AE, 0, VATEX-EU-AE, 'Directive 2006/112/EC, articles 47 and 194'
            """)
    void services(
            String what,
            String seller,
            String buyer,
            String taxId,
            SupplyKind kind,
            String to,
            TaxCategory category,
            BigDecimal rate,
            String reasonOrRule,
            String law) {
        TaxTreatment treatment =
                treatment(seller, buyer, taxId, null, null, to == null ? buyer : to, DAY, "STANDARD", kind);
        expect(treatment, category, rate, reasonOrRule, law);
    }

    private static void expect(
            TaxTreatment treatment, TaxCategory category, BigDecimal rate, String reasonOrRule, String law) {
        assertThat(treatment.category()).isEqualTo(category);
        assertThat(treatment.ratePercent()).isEqualByComparingTo(rate);
        assertThat(
                        treatment.reasonCode() != null || treatment.ruleId().startsWith("PLACE")
                                ? treatment.reasonCode()
                                : treatment.ruleId())
                .isEqualTo(reasonOrRule);
        assertThat(treatment.legalReference()).isEqualTo(law);
        assertThat(treatment.ruleId()).isNotBlank();
        boolean needsReason = !category.isTaxed() && category != TaxCategory.Z;
        assertThat(treatment.reason() != null).isEqualTo(needsReason);
    }

    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource(nullValues = "-", textBlock = """
            # what                                                  place        date        class     quantity, price; tax of each
            New York City: state + city + district,                 US/NY/10001, 2026-11-15, STANDARD, 1 x 100,    US-NY 4.00/100.00 US-NY-NYC 4.50/100.00 US-NY-MCTD 0.38/100.00
            New York elsewhere: the state alone,                    US/NY/14201, 2026-11-15, STANDARD, 1 x 100,    US-NY 4.00/100.00
            a region may carry its country,                         US/us-ny/14201, 2026-11-15, STANDARD, 1 x 100, US-NY 4.00/100.00
            a ZIP+4 code,                                           US/NY/10001-1234, 2026-11-15, STANDARD, 1 x 100, US-NY 4.00/100.00 US-NY-NYC 4.50/100.00 US-NY-MCTD 0.38/100.00
            TB-ST-530: clothing below 110 is exempt,                US/NY/10001, 2026-11-15, CLOTHING, 2 x 109.99, US-NY 0.00/0.00 US-NY-NYC 0.00/0.00 US-NY-MCTD 0.00/0.00
            TB-ST-530: clothing from 110 on is taxed as a whole,    US/NY/10001, 2026-11-15, CLOTHING, 2 x 110,    US-NY 8.80/220.00 US-NY-NYC 9.90/220.00 US-NY-MCTD 0.83/220.00
            64H.6.4: of clothing what exceeds 175,                  US/MA/02108, 2026-11-15, CLOTHING, 2 x 200,    US-MA 3.13/50.00
            64H.6.4: clothing of 175,                               US/MA/02108, 2026-11-15, CLOTHING, 1 x 175,    US-MA 0.00/0.00
            DR-15DSS: surtax on the first 5000 of an article,       US/FL/33101, 2026-11-15, STANDARD, 2 x 8000,   US-FL 960.00/16000.00 US-FL-DADE 100.00/10000.00
            DR-15DSS: articles below 5000,                          US/FL/33101, 2026-11-15, STANDARD, 2 x 4000,   US-FL 480.00/8000.00 US-FL-DADE 80.00/8000.00
            'single article: local tax up to 1600, then state''s',     US/TN/37201, 2026-11-15, STANDARD, 1 x 4000,   US-TN 280.00/4000.00 US-TN-SINGLE 44.00/1600.00 US-TN-LOCAL 36.00/1600.00
            single article: between 1600 and 3200,                  US/TN/37201, 2026-11-15, STANDARD, 1 x 2000,   US-TN 140.00/2000.00 US-TN-SINGLE 11.00/400.00 US-TN-LOCAL 36.00/1600.00
            what comes back is taxed back,                          US/TN/37201, 2026-11-15, STANDARD, -1 x 4000,  US-TN -280.00/-4000.00 US-TN-SINGLE -44.00/-1600.00 US-TN-LOCAL -36.00/-1600.00
            Québec 2012: QST on the price with GST,                 CA/QC/H2X,   2012-06-01, STANDARD, 1 x 200,    CA 10.00/200.00 CA-QC 19.95/210.00
            Québec since 2013: QST on the price alone,              CA/QC/H2X,   2026-11-15, STANDARD, 1 x 200,    CA 10.00/200.00 CA-QC 19.95/200.00
            Québec: no QST on books,                                CA/QC/H2X,   2026-11-15, BOOKS,    1 x 200,    CA 10.00/200.00 CA-QC 0.00/200.00
            British Columbia: GST and PST,                          CA/BC/V6B,   2026-11-15, STANDARD, 1 x 200,    CA 10.00/200.00 CA-BC 14.00/200.00
            Ontario: HST in place of GST,                           CA/ON/M5V,   2026-11-15, STANDARD, 1 x 200,    CA-ON 26.00/200.00
            Alberta: GST alone,                                     CA/AB/T2P,   2026-11-15, STANDARD, 1 x 200,    CA 10.00/200.00
            """)
    void jurisdictions(String what, String place, LocalDate date, String taxClass, String goods, String taxes) {
        String country = place.substring(0, 2);
        TaxTreatment treatment =
                treatment(country, country, null, null, place, place, date, taxClass, SupplyKind.GOODS);
        TaxedDocument taxed = calculate(goods, treatment);
        assertThat(taxed.taxes().stream()
                        .map(tax -> tax.jurisdiction() + " " + tax.tax() + "/" + tax.taxable())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(taxes);
        assertThat(taxed.taxes()).allSatisfy(tax -> {
            assertThat(tax.ruleId()).startsWith(tax.jurisdiction().equals("CA") ? "GST" : tax.jurisdiction());
            assertThat(tax.legalReference()).isNotBlank();
            assertThat(tax.taxName()).isNotBlank();
        });
        BigDecimal sum = taxed.taxes().stream().map(TaxSubtotal::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(taxed.totals().tax()).isEqualByComparingTo(sum);
        assertThat(taxed.lines().get(0).tax()).isEqualByComparingTo(sum);
    }

    @Test
    void aStackSaysWhatItsPartsChargeTogether() {
        TaxTreatment newYork = americanTreatment("US/NY/10001", null);
        assertThat(newYork.category()).isEqualTo(TaxCategory.S);
        assertThat(newYork.ratePercent()).isEqualTo(new BigDecimal("8.875"));
        assertThat(newYork.ruleId()).isNull();
        assertThat(newYork.reason()).isNull();
        TaxTreatment quebec2012 = treatment(
                "CA", "CA", null, null, null, "CA/QC/H2X", LocalDate.of(2012, 6, 1), "STANDARD", SupplyKind.GOODS);
        assertThat(quebec2012.ratePercent()).isEqualTo(new BigDecimal("14.975"));
    }

    @Test
    void aCertificateOfAStateIsForTheTaxesOfThatStateOnly() {
        ExemptionCertificate reseller = new ExemptionCertificate("PST-1", null, null, "bc", null, null);
        TaxTreatment partly =
                treatment("CA", "CA", null, reseller, null, "CA/BC/V6B", DAY, "STANDARD", SupplyKind.GOODS);
        assertThat(partly.category()).isEqualTo(TaxCategory.S);
        assertThat(partly.ratePercent()).isEqualByComparingTo("5");
        TaxPart pst = partly.parts().get(1);
        assertThat(pst.category()).isEqualTo(TaxCategory.E);
        assertThat(pst.reason()).isEqualTo("The buyer is exempt by certificate PST-1");
        assertThat(pst.ruleId()).isEqualTo("CA-BC-*-2013-04-01");
        assertThat(treatment("CA", "CA", null, reseller, null, "CA/QC/H2X", DAY, "STANDARD", SupplyKind.GOODS)
                        .ratePercent())
                .isEqualByComparingTo("14.975");
        TaxTreatment newYork = americanTreatment(
                "US/NY/10001", new ExemptionCertificate("ST-120", null, null, "NY", "CODE", "For resale"));
        assertThat(newYork.category()).isEqualTo(TaxCategory.E);
        assertThat(newYork.ratePercent()).isEqualByComparingTo("0");
        assertThat(newYork.reason()).isEqualTo("For resale");
        assertThat(newYork.reasonCode()).isEqualTo("CODE");
        assertThat(newYork.parts()).hasSize(3);
        assertThat(americanTreatment("US/TX/75001", ExemptionCertificate.UNNAMED)
                        .category())
                .isEqualTo(TaxCategory.O);
    }

    @ParameterizedTest(name = "{0} to {1} on {2}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            -,          -,          2026-11-15, E
            2026-11-15, -,          2026-11-15, E
            2026-11-16, -,          2026-11-15, S
            -,          2026-11-16, 2026-11-15, E
            -,          2026-11-15, 2026-11-15, S
            """)
    void aCertificateHoldsFromItsFirstDayUntilBeforeItsEnd(
            LocalDate from, LocalDate until, LocalDate on, TaxCategory category) {
        ExemptionCertificate certificate = new ExemptionCertificate("C", from, until, null, "VATEX-EU-151", null);
        TaxTreatment embassy = treatment("DE", "DE", null, certificate, null, "DE", on, "STANDARD", SupplyKind.GOODS);
        assertThat(embassy.category()).isEqualTo(category);
        assertThat(embassy.reasonCode()).isEqualTo(category == TaxCategory.E ? "VATEX-EU-151" : null);
        assertThat(embassy.ruleId()).isEqualTo(category == TaxCategory.E ? "BUYER-EXEMPT" : "DE-STANDARD-ALL");
    }

    @Test
    void aCertificateExemptsFromNothingThatIsNotTaxed() {
        TaxTreatment zero =
                treatment("GB", "GB", null, ExemptionCertificate.UNNAMED, null, "GB", DAY, "ZERO", SupplyKind.GOODS);
        assertThat(zero.category()).isEqualTo(TaxCategory.Z);
        TaxTreatment otherRegion = treatment(
                "GB",
                "GB",
                null,
                new ExemptionCertificate("C", null, null, "ELSEWHERE", null, null),
                null,
                "GB",
                DAY,
                "STANDARD",
                SupplyKind.GOODS);
        assertThat(otherRegion.category()).isEqualTo(TaxCategory.S);
        assertThat(treatment(
                                "GB",
                                "GB",
                                null,
                                ExemptionCertificate.UNNAMED,
                                null,
                                "GB",
                                DAY,
                                "STANDARD",
                                SupplyKind.GOODS)
                        .reason())
                .isEqualTo("The buyer is exempt");
    }

    @ParameterizedTest(name = "{0}: {6} at {7}")
    @CsvSource(nullValues = "-", textBlock = """
            # what                     seller buyer to     date        class     code                  path                remedy
            no such class,             DE,    DE,   DE,          2026-11-15, NONE,     UNKNOWN_TAX_CLASS,    line.taxClass,      Use a tax class of the country.
            no such class at the destination, DE, PL, PL,        2026-11-15, BOOKS,    UNKNOWN_TAX_CLASS,    line.taxClass,      Use a tax class of the country.
            before the first rule,     DE,    DE,   DE,          1969-11-15, STANDARD, NO_TAX_RULE,          line.taxClass,      There are rules for the class from 1970-01-01 on.
            a country without rules,   DE,    IT,   IT,          2026-11-15, STANDARD, NO_TAX_RULE,          line.taxClass,      -
            no state,                  US,    US,   US,          2026-11-15, STANDARD, TAX_PLACE_INCOMPLETE, shipTo.region,      Give the state or province: its taxes depend on it.
            no postal code,            US,    US,   US/NY,       2026-11-15, STANDARD, TAX_PLACE_INCOMPLETE, shipTo.postalCode,  Give the postal code: the taxes of the place depend on it.
            no province,               CA,    CA,   CA,          2026-11-15, STANDARD, TAX_PLACE_INCOMPLETE, shipTo.region,      Give the state or province: its taxes depend on it.
            """)
    void whatCannotBeDecidedSaysWhy(
            String what,
            String seller,
            String buyer,
            String to,
            LocalDate date,
            String taxClass,
            ErrorCode code,
            String path,
            String remedy) {
        TaxDetermination determination = new TaxDetermination(
                new Supply(
                        new TaxParty(seller, seller + "1", false), new TaxParty(buyer, null, false), place(to), date),
                TABLES);
        TaxClass asked = new TaxClass(taxClass, false);
        assertThat(determination.treatmentOf(asked)).isEqualTo(Optional.empty());
        Violation violation = determination.lackOf(asked, "line.taxClass", "shipTo");
        assertThat(violation.code()).isEqualTo(code);
        assertThat(violation.path()).isEqualTo(path);
        assertThat(violation.remedy().text()).isEqualTo(remedy);
        if (code == ErrorCode.UNKNOWN_TAX_CLASS) {
            assertThat(violation.remedy().allowedValues()).contains("STANDARD").doesNotContain("*");
        }
    }

    private static TaxTreatment americanTreatment(String place, ExemptionCertificate certificate) {
        return treatment("US", "US", null, certificate, null, place, DAY, "STANDARD", SupplyKind.GOODS);
    }

    private static TaxTreatment treatment(
            String seller,
            String buyer,
            String taxId,
            ExemptionCertificate certificate,
            String from,
            String to,
            LocalDate date,
            String taxClass,
            SupplyKind kind) {
        TaxParty sells = new TaxParty(place(seller), seller.substring(0, 2) + "1", null);
        TaxParty buys = new TaxParty(place(buyer), taxId, certificate);
        Supply supply = from == null
                ? new Supply(sells, buys, place(to), date)
                : new Supply(sells, buys, place(from), place(to), date);
        TaxDetermination determination = new TaxDetermination(supply, TABLES);
        assertThat(TABLES.keySet().stream().filter(TaxDetermination.countriesOf(supply)::contains))
                .isNotEmpty();
        TaxTreatment treatment =
                determination.treatmentOf(new TaxClass(taxClass, kind)).orElseThrow();
        assertThat(determination.treatmentOf(new TaxClass(taxClass, kind)).orElseThrow())
                .isSameAs(treatment);
        return treatment;
    }

    private static TaxPlace place(String text) {
        String[] parts = text.split("/");
        return new TaxPlace(
                parts[0], parts.length < 2 || parts[1].isEmpty() ? null : parts[1], parts.length < 3 ? null : parts[2]);
    }

    /** @param goods as quantity x price */
    private static TaxedDocument calculate(String goods, TaxTreatment treatment) {
        String[] parts = goods.split(" x ");
        return TaxCalculator.calculate(TaxableDocument.of(
                Currency.getInstance("USD"),
                List.of(new TaxableLine(
                        null,
                        new BigDecimal(parts[0]),
                        new BigDecimal(parts[1]),
                        BigDecimal.ONE,
                        List.of(),
                        List.of(),
                        treatment))));
    }
}
