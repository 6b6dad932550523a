package org.throughline.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;

/** What holds for every document; tried on thousands of random ones, always the same. */
class TaxPropertiesTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final int DOCUMENTS = Integer.getInteger("tax.documents", 2_000);

    private final Random random = new Random(20_261_122L);
    private final List<TaxTreatment> plain = List.of(
            TaxTreatment.stated(TaxCategory.S, new BigDecimal("19")),
            TaxTreatment.stated(TaxCategory.S, new BigDecimal("7.0")),
            TaxTreatment.stated(TaxCategory.S, new BigDecimal("5.5")),
            TaxTreatment.stated(TaxCategory.Z, BigDecimal.ZERO),
            new TaxTreatment(TaxCategory.K, BigDecimal.ZERO, "VATEX-EU-IC", "Intra-community supply", "PLACE"));
    private final List<TaxTreatment> stacked = List.of(
            treatment("US", "NY", "10001", "STANDARD", LocalDate.of(2026, 1, 1)),
            treatment("CA", "QC", "H2X", "STANDARD", LocalDate.of(2026, 1, 1)),
            treatment("CA", "QC", "H2X", "BOOKS", LocalDate.of(2026, 1, 1)),
            treatment("CA", "QC", "H2X", "STANDARD", LocalDate.of(2012, 6, 1)));
    private final List<TaxTreatment> limited = List.of(
            treatment("US", "NY", "10001", "CLOTHING", LocalDate.of(2026, 1, 1)),
            treatment("US", "MA", "02108", "CLOTHING", LocalDate.of(2026, 1, 1)),
            treatment("US", "FL", "33101", "STANDARD", LocalDate.of(2026, 1, 1)),
            treatment("US", "TN", "37201", "STANDARD", LocalDate.of(2026, 1, 1)));

    private static TaxTreatment treatment(
            String country, String region, String postal, String taxClass, LocalDate day) {
        TaxPlace place = new TaxPlace(country, region, postal);
        return new TaxDetermination(
                        new Supply(new TaxParty(country, "1", false), new TaxParty(place, null, null), place, day),
                        Rules.tables())
                .treatmentOf(new TaxClass(taxClass, false))
                .orElseThrow();
    }

    @Test
    void totalsAddUp() {
        for (int n = 0; n < DOCUMENTS; n++) {
            boolean inclusive = random.nextBoolean();
            TaxableDocument document = document(inclusive, level(), lines(inclusive ? unlimited() : all()), 2);
            TaxedDocument taxed = TaxCalculator.calculate(document);
            DocumentTotals totals = taxed.totals();
            assertThat(totals.lineNet())
                    .isEqualByComparingTo(
                            sum(taxed.lines().stream().map(TaxedLine::net).toList()));
            assertThat(totals.net())
                    .isEqualByComparingTo(
                            totals.lineNet().subtract(totals.allowances()).add(totals.charges()));
            assertThat(totals.tax())
                    .isEqualByComparingTo(
                            sum(taxed.taxes().stream().map(TaxSubtotal::tax).toList()));
            assertThat(totals.gross()).isEqualByComparingTo(totals.net().add(totals.tax()));
            assertThat(taxed.taxes())
                    .allSatisfy(tax -> assertThat(tax.tax().scale()).isEqualTo(2));
            assertThat(taxed.lines()).allSatisfy(line -> assertThat(line.gross())
                    .isEqualByComparingTo(line.net().add(line.tax())));
        }
    }

    @Test
    void taxableAmountsOfValueAddedTaxAddUpToTheNet() {
        for (int n = 0; n < DOCUMENTS; n++) {
            TaxedDocument taxed = TaxCalculator.calculate(document(random.nextBoolean(), level(), lines(plain), 2));
            assertThat(sum(taxed.taxes().stream().map(TaxSubtotal::taxable).toList()))
                    .isEqualByComparingTo(taxed.totals().net());
        }
    }

    @Test
    void theOrderOfLinesDoesNotMatter() {
        for (int n = 0; n < DOCUMENTS; n++) {
            boolean inclusive = random.nextBoolean();
            RoundingLevel level = level();
            List<TaxableLine> lines = lines(inclusive ? unlimited() : all());
            TaxedDocument one = TaxCalculator.calculate(document(inclusive, level, lines, 0));
            List<TaxableLine> shuffled = new ArrayList<>(lines);
            Collections.shuffle(shuffled, random);
            TaxedDocument other = TaxCalculator.calculate(document(inclusive, level, shuffled, 0));
            assertThat(other.taxes()).isEqualTo(one.taxes());
            assertThat(other.totals()).isEqualTo(one.totals());
            assertThat(sorted(other)).isEqualTo(sorted(one));
        }
    }

    @Test
    void splittingALineChangesNothingWhenItsPartsAreWholeCents() {
        for (int n = 0; n < DOCUMENTS; n++) {
            List<TaxableLine> lines = lines(all());
            List<TaxableLine> split = new ArrayList<>(lines.subList(1, lines.size()));
            TaxableLine first = lines.get(0);
            BigDecimal part = BigDecimal.valueOf(1 + random.nextInt(20));
            split.add(withQuantity(first, part));
            split.add(withQuantity(first, first.quantity().subtract(part)));
            TaxedDocument one = TaxCalculator.calculate(document(false, RoundingLevel.DOCUMENT, lines, 0));
            TaxedDocument other = TaxCalculator.calculate(document(false, RoundingLevel.DOCUMENT, split, 0));
            assertThat(other.totals()).isEqualTo(one.totals());
            assertThat(other.taxes()).isEqualTo(one.taxes());
        }
    }

    @Test
    void roundingPerLineIsOffByHalfACentForEachLineAndTaxAtMost() {
        for (int n = 0; n < DOCUMENTS; n++) {
            List<TaxableLine> lines = lines(all());
            TaxedDocument perLine = TaxCalculator.calculate(document(false, RoundingLevel.LINE, lines, 0));
            TaxedDocument perDocument = TaxCalculator.calculate(document(false, RoundingLevel.DOCUMENT, lines, 0));
            BigDecimal off =
                    perLine.totals().tax().subtract(perDocument.totals().tax()).abs();
            int taxes = lines.stream()
                    .mapToInt(line -> Math.max(1, line.treatment().parts().size()))
                    .sum();
            assertThat(off).isLessThanOrEqualTo(CENT.multiply(BigDecimal.valueOf(taxes)));
            assertThat(perLine.totals().net())
                    .isEqualByComparingTo(perDocument.totals().net());
            assertThat(perLine.totals().tax())
                    .isEqualByComparingTo(
                            sum(perLine.lines().stream().map(TaxedLine::tax).toList()));
        }
    }

    @Test
    void pricesWithAndWithoutTaxAgreeWithinTheDeclaredRounding() {
        for (int n = 0; n < DOCUMENTS; n++) {
            TaxTreatment treatment = pick(unlimited());
            RoundingLevel level = level();
            TaxedDocument without =
                    TaxCalculator.calculate(document(false, level, List.of(line("1", amount(), treatment)), 0));
            TaxedLine line = without.lines().get(0);
            TaxedDocument with = TaxCalculator.calculate(
                    document(true, level, List.of(line("1", line.gross().toPlainString(), treatment)), 0));
            assertThat(with.totals().gross()).isEqualByComparingTo(line.gross());
            assertThat(with.totals().net().subtract(line.net()).abs()).isLessThanOrEqualTo(CENT.add(CENT));
            assertThat(with.taxes()).hasSameSizeAs(without.taxes());
            for (int i = 0; i < with.taxes().size(); i++) {
                TaxSubtotal one = with.taxes().get(i);
                assertThat(one.tax().subtract(without.taxes().get(i).tax()).abs())
                        .isLessThanOrEqualTo(CENT.multiply(BigDecimal.valueOf(3)));
            }
        }
    }

    @Test
    void pricesWithTaxAreKeptToTheCent() {
        for (int n = 0; n < DOCUMENTS; n++) {
            TaxedDocument taxed = TaxCalculator.calculate(document(true, level(), lines(unlimited()), 2));
            BigDecimal asked = taxed.totals().gross();
            BigDecimal lines = sum(taxed.lines().stream().map(TaxedLine::gross).toList());
            assertThat(taxed.lines())
                    .allSatisfy(line -> assertThat(line.gross().signum()).isPositive());
            assertThat(asked.subtract(lines).abs()).isLessThan(new BigDecimal("10"));
        }
    }

    @Test
    void positiveSalesBearNoNegativeTax() {
        for (int n = 0; n < DOCUMENTS; n++) {
            boolean inclusive = random.nextBoolean();
            TaxedDocument taxed =
                    TaxCalculator.calculate(document(inclusive, level(), lines(inclusive ? unlimited() : all()), 0));
            assertThat(taxed.taxes()).allSatisfy(tax -> {
                assertThat(tax.tax().signum()).isNotNegative();
                assertThat(tax.taxable().signum()).isNotNegative();
            });
            assertThat(taxed.lines())
                    .allSatisfy(line -> assertThat(line.tax().signum()).isNotNegative());
        }
    }

    @Test
    void tenTimesTheLinesTakeTenTimesTheTimeAndNotMore() {
        long few = nanos(1_000);
        long many = nanos(10_000);
        assertThat(many).isLessThan(Math.max(few, 2_000_000L) * 40);
    }

    private long nanos(int count) {
        List<TaxableLine> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(line("3", amount(), pick(all())));
        }
        TaxableDocument document = document(false, RoundingLevel.DOCUMENT, lines, 0);
        long best = Long.MAX_VALUE;
        for (int n = 0; n < 10; n++) {
            long start = System.nanoTime();
            TaxCalculator.calculate(document);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    private List<TaxTreatment> unlimited() {
        List<TaxTreatment> treatments = new ArrayList<>(plain);
        treatments.addAll(stacked);
        return treatments;
    }

    private List<TaxTreatment> all() {
        List<TaxTreatment> treatments = unlimited();
        treatments.addAll(limited);
        return treatments;
    }

    private List<TaxableLine> lines(List<TaxTreatment> treatments) {
        List<TaxableLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            lines.add(line(String.valueOf(21 + random.nextInt(50)), amount(), pick(treatments)));
        }
        return lines;
    }

    private TaxableDocument document(boolean inclusive, RoundingLevel level, List<TaxableLine> lines, int adjustments) {
        List<DocumentAdjustment> allowances = new ArrayList<>();
        List<DocumentAdjustment> charges = new ArrayList<>();
        for (int i = 0; i < adjustments; i++) {
            TaxTreatment treatment = pick(lines).treatment();
            allowances.add(new DocumentAdjustment(new BigDecimal("0.33"), treatment));
            charges.add(new DocumentAdjustment(new BigDecimal("4.99"), treatment));
        }
        return new TaxableDocument(EUR, inclusive, level, lines, allowances, charges, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static TaxableLine line(String quantity, String price, TaxTreatment treatment) {
        return new TaxableLine(
                null, new BigDecimal(quantity), new BigDecimal(price), BigDecimal.ONE, List.of(), List.of(), treatment);
    }

    private static TaxableLine withQuantity(TaxableLine line, BigDecimal quantity) {
        return line(quantity.toPlainString(), line.unitPrice().toPlainString(), line.treatment());
    }

    private static List<TaxedLine> sorted(TaxedDocument document) {
        return document.lines().stream()
                .sorted(Comparator.comparing(TaxedLine::gross)
                        .thenComparing(TaxedLine::net)
                        .thenComparing(line -> line.treatment().toString()))
                .toList();
    }

    private String amount() {
        return BigDecimal.valueOf(1 + random.nextInt(900_000), 2)
                .setScale(2, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private RoundingLevel level() {
        return random.nextBoolean() ? RoundingLevel.DOCUMENT : RoundingLevel.LINE;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
