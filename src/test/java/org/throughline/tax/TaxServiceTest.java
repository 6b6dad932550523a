package org.throughline.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.throughline.shared.Answer;
import org.throughline.shared.Capabilities;
import org.throughline.shared.Erp;
import org.throughline.shared.MaxAge;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxIds;

/** calculateTax on its own: defaults, and everything that can be wrong with a request. */
class TaxServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-15T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 15);
    private static final Map<String, TaxTable> TABLES = Rules.tables();
    private static final TaxIds IDS =
            (country, taxId) -> "WRONG".equals(taxId) ? TaxIds.Finding.WRONG : TaxIds.Finding.RIGHT;
    private static final TaxRequest.Basis STANDARD = new TaxRequest.Basis.ByClass(new TaxClass("STANDARD", false));

    private TaxParty seller = party("DE", "DE1");
    private TaxParty buyer = party("FR", "FR1");
    private TaxPlace shipFrom;
    private TaxPlace shipTo;
    private LocalDate date;
    private Currency currency = Currency.getInstance("EUR");
    private boolean pricesIncludeTax;
    private RoundingLevel level;
    private List<TaxRequest.Line> lines = List.of(line(STANDARD));
    private List<TaxRequest.Adjustment> allowances = List.of();
    private List<TaxRequest.Adjustment> charges = List.of();

    @Test
    void whatIsLeftOutIsAsTheInstallationIsSet() {
        TaxStatement statement = calculate();
        assertThat(statement.date()).isEqualTo(TODAY);
        assertThat(statement.request().roundingLevel()).isEqualTo(RoundingLevel.LINE);
        assertThat(statement.document().taxes().get(0).category()).isEqualTo(TaxCategory.K);
        level = RoundingLevel.DOCUMENT;
        date = LocalDate.of(2020, 12, 31);
        assertThat(calculate().date()).isEqualTo(date);
        assertThat(calculate().request().roundingLevel()).isEqualTo(RoundingLevel.DOCUMENT);
    }

    @Test
    void goodsGoFromTheSellerToTheBuyerUnlessTheRequestSaysOtherwise() {
        shipTo = place("DE");
        assertThat(calculate().document().taxes().get(0).ratePercent()).isEqualByComparingTo("19");
        shipFrom = place("PL");
        shipTo = place("PL");
        assertThat(calculate().document().taxes().get(0).ratePercent()).isEqualByComparingTo("23");
    }

    @Test
    void statedTreatmentsNeedNoParties() {
        seller = null;
        buyer = null;
        lines = List.of(line(stated("S", "19")));
        charges = List.of(new TaxRequest.Adjustment(BigDecimal.ONE, stated("S", "19")));
        assertThat(calculate().document().totals().gross()).isEqualByComparingTo("120.19");
        charges = List.of(new TaxRequest.Adjustment(BigDecimal.ONE, STANDARD));
        assertThat(faults()).containsExactly("INVALID_VALUE seller", "INVALID_VALUE buyer");
    }

    @Test
    void everyPlaceThatLacksARuleIsNamed() {
        TaxRequest.Basis unknown = new TaxRequest.Basis.ByClass(new TaxClass("NONE", false));
        buyer = party("DE", null);
        lines = List.of(line(STANDARD), line(unknown));
        allowances = List.of(new TaxRequest.Adjustment(BigDecimal.ONE, unknown));
        charges = List.of(new TaxRequest.Adjustment(BigDecimal.ONE, unknown));
        assertThat(faults())
                .containsExactly(
                        "UNKNOWN_TAX_CLASS line[1].taxClass",
                        "UNKNOWN_TAX_CLASS allowance[0].taxClass",
                        "UNKNOWN_TAX_CLASS charge[0].taxClass");
    }

    @Test
    void partiesAndPlacesMustExist() {
        seller = party("QQ", "WRONG");
        buyer = party("ZZ", "WRONG");
        shipFrom = place("AB");
        shipTo = place("XY");
        assertThat(faults())
                .containsExactly(
                        "INVALID_VALUE seller.country",
                        "INVALID_TAX_ID seller.taxId",
                        "INVALID_VALUE buyer.country",
                        "INVALID_TAX_ID buyer.taxId",
                        "INVALID_VALUE shipFrom.country",
                        "INVALID_VALUE shipTo.country");
        seller = party("XI", "XI1");
        buyer = party("XI", null);
        shipFrom = null;
        shipTo = null;
        assertThat(calculate().document().taxes().get(0).ratePercent()).isEqualByComparingTo("20");
    }

    @Test
    void aCertificateMustHoldOnTheDate() {
        buyer = exempt(LocalDate.of(2026, 11, 16), null);
        assertThat(faults()).containsExactly("EXEMPTION_NOT_VALID buyer.exemption.validFrom");
        buyer = exempt(null, TODAY);
        assertThat(faults()).containsExactly("EXEMPTION_NOT_VALID buyer.exemption.validTo");
        buyer = exempt(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1));
        assertThat(faults()).containsExactly("EXEMPTION_NOT_VALID buyer.exemption.validTo");
        buyer = exempt(TODAY, TODAY.plusDays(1));
        assertThat(calculate().document().taxes().get(0).reason()).isEqualTo("The buyer is exempt by certificate C-1");
    }

    @Test
    void categoriesThatContradictThePartiesAreRefused() {
        lines = List.of(
                line(stated("K", "0")), line(stated("AE", "0")), line(stated("G", "0")), line(stated("E", "0")));
        charges = List.of(new TaxRequest.Adjustment(BigDecimal.ONE, stated("G", "0")));
        assertThat(faults())
                .containsExactly(
                        "CONTRADICTORY_PARTIES line[2].treatment.category",
                        "CONTRADICTORY_PARTIES charge[0].treatment.category");
        charges = List.of();
        buyer = party("FR", null);
        assertThat(faults())
                .containsExactly(
                        "CONTRADICTORY_PARTIES line[0].treatment.category",
                        "CONTRADICTORY_PARTIES line[1].treatment.category",
                        "CONTRADICTORY_PARTIES line[2].treatment.category");
        buyer = party("DE", "DE2");
        lines = List.of(line(stated("K", "0")), line(stated("AE", "0")));
        allowances = List.of(new TaxRequest.Adjustment(BigDecimal.ONE, stated("K", "0")));
        assertThat(faults())
                .containsExactly(
                        "CONTRADICTORY_PARTIES line[0].treatment.category",
                        "CONTRADICTORY_PARTIES allowance[0].treatment.category");
        allowances = List.of();
        buyer = party("US", null);
        shipTo = place("US");
        lines = List.of(line(stated("G", "0")));
        assertThat(calculate().document().totals().tax()).isEqualByComparingTo("0");
        buyer = null;
        lines = List.of(line(stated("K", "0")));
        assertThat(calculate().document().totals().tax()).isEqualByComparingTo("0");
    }

    @Test
    void amountsMustMakeSense() {
        lines = List.of(
                line("1", "-0.01", "1", stated("S", "20")),
                line("1", "1", "0", stated("S", "20")),
                line("100000000000", "1", "1", stated("S", "20")),
                line("99999999999", "1", "1", stated("S", "20")),
                line("100000000000", "1", "2", stated("S", "20")),
                line("-100000000000", "1", "1", stated("S", "20")),
                line("1", "0", "1", stated("S", "100")),
                line("1", "1", "1", stated("S", "100.01")),
                line("1", "1", "1", stated("S", "-1")),
                line("1", "1", "1", stated("Z", "1")));
        allowances = List.of(new TaxRequest.Adjustment(BigDecimal.ONE, stated("O", "1")));
        assertThat(faults())
                .containsExactly(
                        "INVALID_VALUE line[0].unitPrice",
                        "INVALID_VALUE line[1].priceBaseQuantity",
                        "INVALID_VALUE line[2].quantity",
                        "INVALID_VALUE line[5].quantity",
                        "INVALID_VALUE line[7].treatment.ratePercent",
                        "INVALID_VALUE line[8].treatment.ratePercent",
                        "INVALID_VALUE line[9].treatment.ratePercent",
                        "INVALID_VALUE allowance[0].treatment.ratePercent");
    }

    @Test
    void aDocumentHasLinesButNotTooMany() {
        lines = List.of();
        assertThat(faults()).containsExactly("INVALID_VALUE line");
        lines = Collections.nCopies(10_001, line(STANDARD));
        assertThat(faults()).containsExactly("TOO_MANY_LINES line");
        lines = List.of(line(STANDARD));
        allowances = Collections.nCopies(10_001, new TaxRequest.Adjustment(BigDecimal.ONE, STANDARD));
        assertThat(faults()).containsExactly("TOO_MANY_LINES line");
        allowances = List.of();
        charges = Collections.nCopies(10_001, new TaxRequest.Adjustment(BigDecimal.ONE, STANDARD));
        assertThat(faults()).containsExactly("TOO_MANY_LINES line");
        charges = List.of();
        lines = Collections.nCopies(10_000, line(STANDARD));
        assertThat(calculate().document().lines()).hasSize(10_000);
    }

    @Test
    void aCurrencyWithoutMinorUnitCannotBeRoundedTo() {
        currency = Currency.getInstance("XAU");
        assertThat(faults()).containsExactly("INVALID_VALUE currency");
        currency = Currency.getInstance("JPY");
        assertThat(calculate().document().totals().gross()).isEqualTo(new BigDecimal("100"));
    }

    @Test
    void taxWithThresholdsIsNotTakenOutOfPrices() {
        seller = party("US", null);
        buyer = new TaxParty(new TaxPlace("US", "NY", "10001"), null, null);
        lines = List.of(line(new TaxRequest.Basis.ByClass(new TaxClass("CLOTHING", false))));
        assertThat(calculate().document().totals().tax()).isEqualByComparingTo("0");
        pricesIncludeTax = true;
        assertThat(faults()).containsExactly("INVALID_VALUE pricesIncludeTax");
        lines = List.of(line(STANDARD));
        assertThat(calculate().document().totals().gross()).isEqualByComparingTo("100");
        assertThat(calculate().document().totals().net()).isEqualByComparingTo("91.85");
    }

    private TaxStatement calculate() {
        TaxRequest request = new TaxRequest(
                seller,
                buyer,
                shipFrom,
                shipTo,
                date,
                currency,
                pricesIncludeTax,
                level,
                lines,
                allowances,
                charges,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
        Erp erp = new Erp() {
            @Override
            public String dataset() {
                return "TEST";
            }

            @Override
            public String product() {
                return "test";
            }

            @Override
            public String version() {
                return "1";
            }

            @Override
            public Capabilities capabilities() {
                return Capabilities.all();
            }
        };
        return new TaxService(
                        erp,
                        (countries, maxAge) -> Answer.live(
                                countries.stream()
                                        .collect(Collectors.toMap(
                                                country -> country,
                                                country -> TABLES.getOrDefault(country, TaxTable.EMPTY))),
                                NOW),
                        IDS,
                        RoundingLevel.LINE,
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .calculate(request, MaxAge.ANY)
                .value();
    }

    private List<String> faults() {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, this::calculate);
        return fault.violations().stream()
                .map(violation -> violation.code() + " " + violation.path())
                .toList();
    }

    private static TaxParty exempt(LocalDate from, LocalDate until) {
        return new TaxParty(place("DE"), null, new ExemptionCertificate("C-1", from, until, null, null, null));
    }

    private static TaxParty party(String country, String taxId) {
        return new TaxParty(place(country), taxId, null);
    }

    private static TaxPlace place(String country) {
        return new TaxPlace(country, null, null);
    }

    private static TaxRequest.Basis stated(String category, String rate) {
        return new TaxRequest.Basis.Stated(TaxTreatment.stated(TaxCategory.valueOf(category), new BigDecimal(rate)));
    }

    private static TaxRequest.Line line(TaxRequest.Basis basis) {
        return line("1", "100", "1", basis);
    }

    private static TaxRequest.Line line(String quantity, String price, String base, TaxRequest.Basis basis) {
        return new TaxRequest.Line(
                null,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(base),
                List.of(),
                List.of(),
                basis);
    }
}
