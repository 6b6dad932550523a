package org.throughline.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;

class TaxCalculatorTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest(name = "{0} at {1} %, {2}, included {3}: {4} + {5} = {6}")
    @CsvSource({
        // amounts, rate, rounding level, prices include tax, net, tax, gross
        "0.99 0.99 0.99,    20, DOCUMENT, false, 2.97,  0.59, 3.56",
        "0.99 0.99 0.99,    20, LINE,     false, 2.97,  0.60, 3.57",
        "0.99 0.99 0.99,    20, DOCUMENT, true,  2.48,  0.49, 2.97",
        "0.99 0.99 0.99,    20, LINE,     true,  2.49,  0.48, 2.97",
        "100,               19, DOCUMENT, false, 100,   19,   119",
        "119,               19, DOCUMENT, true,  100,   19,   119",
        "-100 40,           19, DOCUMENT, false, -60,   -11.40, -71.40",
        "0.03,              20, DOCUMENT, true,  0.03,  0,    0.03",
        "0.125,             0,  DOCUMENT, false, 0.13,  0,    0.13",
    })
    void totalsOf(
            String amounts,
            BigDecimal rate,
            RoundingLevel level,
            boolean included,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal gross) {
        List<TaxableLine> lines = Arrays.stream(amounts.split(" "))
                .map(amount -> line("1", amount, "1", TaxTreatment.stated(TaxCategory.S, rate)))
                .toList();
        DocumentTotals totals = calculate(EUR, included, level, lines).totals();
        assertThat(totals.net()).isEqualByComparingTo(net);
        assertThat(totals.tax()).isEqualByComparingTo(tax);
        assertThat(totals.gross()).isEqualByComparingTo(gross);
    }

    @ParameterizedTest(name = "{1} x {2} per {3} in {0}: {4}")
    @CsvSource({
        "EUR, 3,     9.99,     1,   29.97",
        "EUR, 7,     33.33,    100, 2.33",
        "EUR, 1,     0.005,    1,   0.01",
        "EUR, -1,    0.005,    1,   -0.01",
        "EUR, 0.333, 3,        1,   1.00",
        "JPY, 3,     99.5,     1,   299",
        "BHD, 1,     1.2345,   1,   1.235",
    })
    void lineNetOf(Currency currency, String quantity, String price, String base, BigDecimal net) {
        TaxedDocument taxed =
                calculate(currency, false, RoundingLevel.DOCUMENT, List.of(line(quantity, price, base, standard())));
        assertThat(taxed.lines().get(0).net()).isEqualTo(net);
    }

    @Test
    void ratesThatAreWrittenDifferentlyAreOne() {
        TaxedDocument taxed = calculate(
                EUR,
                false,
                RoundingLevel.DOCUMENT,
                List.of(
                        line("1", "10", "1", TaxTreatment.stated(TaxCategory.S, new BigDecimal("19.00"))),
                        line("1", "10", "1", TaxTreatment.stated(TaxCategory.S, new BigDecimal("19"))),
                        line("1", "10", "1", TaxTreatment.stated(TaxCategory.S, new BigDecimal("7"))),
                        line("1", "10", "1", TaxTreatment.stated(TaxCategory.Z, BigDecimal.ZERO))));
        assertThat(taxed.taxes())
                .extracting(tax -> tax.category() + " " + tax.ratePercent() + " " + tax.taxable())
                .containsExactly("S 19 20.00", "S 7 10.00", "Z 0 10.00");
    }

    @Test
    void allowancesChargesPrepaymentAndRoundingChangeWhatIsPayable() {
        TaxedDocument taxed = TaxCalculator.calculate(new TaxableDocument(
                EUR,
                false,
                RoundingLevel.DOCUMENT,
                List.of(new TaxableLine(
                        "1",
                        new BigDecimal("2"),
                        new BigDecimal("50"),
                        BigDecimal.ONE,
                        List.of(new BigDecimal("5")),
                        List.of(new BigDecimal("1.5")),
                        standard())),
                List.of(new DocumentAdjustment(new BigDecimal("10"), standard())),
                List.of(new DocumentAdjustment(new BigDecimal("4"), standard())),
                new BigDecimal("20"),
                new BigDecimal("0.05")));
        assertThat(taxed.totals().lineNet()).isEqualByComparingTo("96.50");
        assertThat(taxed.totals().net()).isEqualByComparingTo("90.50");
        assertThat(taxed.totals().tax()).isEqualByComparingTo("17.20");
        assertThat(taxed.payable()).isEqualByComparingTo("87.75");
    }

    @Test
    void documentsAddUpWhateverIsInThem() {
        Random random = new Random(16931);
        for (int round = 0; round < 500; round++) {
            List<TaxableLine> lines = randomLines(random);
            for (RoundingLevel level : RoundingLevel.values()) {
                for (boolean included : new boolean[] {false, true}) {
                    TaxedDocument taxed = calculate(EUR, included, level, lines);
                    assertAddsUp(taxed, level, included, lines);
                    List<TaxableLine> shuffled = new ArrayList<>(lines);
                    Collections.shuffle(shuffled, random);
                    TaxedDocument again = calculate(EUR, included, level, shuffled);
                    assertThat(again.totals()).isEqualTo(taxed.totals());
                    assertThat(again.taxes()).isEqualTo(taxed.taxes());
                }
            }
        }
    }

    private static void assertAddsUp(
            TaxedDocument taxed, RoundingLevel level, boolean included, List<TaxableLine> lines) {
        DocumentTotals totals = taxed.totals();
        assertThat(sum(taxed.lines().stream().map(TaxedLine::net).toList())).isEqualByComparingTo(totals.lineNet());
        assertThat(sum(taxed.taxes().stream().map(TaxSubtotal::taxable).toList()))
                .isEqualByComparingTo(totals.net());
        assertThat(sum(taxed.taxes().stream().map(TaxSubtotal::tax).toList())).isEqualByComparingTo(totals.tax());
        assertThat(totals.net().add(totals.tax())).isEqualByComparingTo(totals.gross());
        if (level == RoundingLevel.LINE || included) {
            assertThat(sum(taxed.lines().stream().map(TaxedLine::gross).toList()))
                    .isEqualByComparingTo(totals.gross());
        }
        if (included) {
            assertThat(totals.gross())
                    .isEqualByComparingTo(calculate(EUR, false, level, untaxed(lines))
                            .totals()
                            .gross());
        }
    }

    private static List<TaxableLine> untaxed(List<TaxableLine> lines) {
        return lines.stream()
                .map(line -> new TaxableLine(
                        null,
                        line.quantity(),
                        line.unitPrice(),
                        line.priceBaseQuantity(),
                        List.of(),
                        List.of(),
                        TaxTreatment.stated(TaxCategory.Z, BigDecimal.ZERO)))
                .toList();
    }

    private static List<TaxableLine> randomLines(Random random) {
        List<TaxableLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            BigDecimal rate = new BigDecimal(new String[] {"20", "5.5", "7", "0"}[random.nextInt(4)]);
            TaxCategory category = rate.signum() == 0 ? TaxCategory.Z : TaxCategory.S;
            String quantity = Integer.toString(random.nextInt(200) - 20);
            String price = BigDecimal.valueOf(random.nextInt(100_000), 3).toPlainString();
            lines.add(line(quantity, price, "1", TaxTreatment.stated(category, rate)));
        }
        return lines;
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static TaxTreatment standard() {
        return TaxTreatment.stated(TaxCategory.S, new BigDecimal("19"));
    }

    private static TaxedDocument calculate(
            Currency currency, boolean included, RoundingLevel level, List<TaxableLine> lines) {
        return TaxCalculator.calculate(new TaxableDocument(
                currency, included, level, lines, List.of(), List.of(), BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private static TaxableLine line(String quantity, String price, String base, TaxTreatment treatment) {
        return new TaxableLine(
                null,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(base),
                List.of(),
                List.of(),
                treatment);
    }
}
