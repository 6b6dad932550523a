package org.throughline.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recomputes real invoices and credit notes: the folder that the system property tax.vectors names holds files, each a list
 * of documents with the line nets, totals and tax breakdown that they declare.
 */
class En16931DocumentsTest {

    private static final String DEFAULT_FOLDER = "../shared/vectors/tax";

    private final JsonMapper json = new JsonMapper();

    @Test
    void everyDocumentIsReproducedToTheCent() throws IOException {
        Path folder = Path.of(System.getProperty("tax.vectors", DEFAULT_FOLDER));
        assumeTrue(
                Files.isDirectory(folder) || !folder.equals(Path.of(DEFAULT_FOLDER)),
                "the folder of documents is not here: give one with -Dtax.vectors");
        List<String> differences = new ArrayList<>();
        int documents = 0;
        for (Path file : filesIn(folder)) {
            for (JsonNode document : json.readTree(file.toFile())) {
                documents++;
                compare(document, differences);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(documents).as("documents compared").isPositive();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static void compare(JsonNode source, List<String> differences) {
        TaxedDocument computed = TaxCalculator.calculate(document(source));
        Comparison comparison = new Comparison(source.path("source").asString(), differences);
        JsonNode lines = source.path("lines");
        comparison.same(
                "number of lines",
                BigDecimal.valueOf(lines.size()),
                computed.lines().size());
        for (int i = 0; i < lines.size(); i++) {
            comparison.same(
                    "net of line " + i,
                    decimal(lines.get(i), "expectedNet"),
                    computed.lines().get(i).net());
        }
        JsonNode expected = source.path("expected");
        comparison.same(
                "line net total",
                decimal(expected, "lineNetTotal"),
                computed.totals().lineNet());
        comparison.same(
                "allowances",
                decimal(expected, "allowanceTotal"),
                computed.totals().allowances());
        comparison.same(
                "charges", decimal(expected, "chargeTotal"), computed.totals().charges());
        comparison.same(
                "net total", decimal(expected, "netTotal"), computed.totals().net());
        comparison.same(
                "tax total", decimal(expected, "taxTotal"), computed.totals().tax());
        comparison.same(
                "gross total",
                decimal(expected, "grossTotal"),
                computed.totals().gross());
        comparison.same("prepaid", decimal(expected, "prepaid"), computed.prepaid());
        comparison.same("rounding", decimal(expected, "rounding"), computed.rounding());
        comparison.same("payable", decimal(expected, "payable"), computed.payable());
        comparison.sameBreakdown(expected.path("taxBreakdown"), computed.taxes());
    }

    private static TaxableDocument document(JsonNode source) {
        JsonNode expected = source.path("expected");
        return new TaxableDocument(
                Currency.getInstance(source.path("currency").asString()),
                false,
                RoundingLevel.DOCUMENT,
                source.path("lines")
                        .valueStream()
                        .map(En16931DocumentsTest::line)
                        .toList(),
                adjustments(source.path("documentAllowances")),
                adjustments(source.path("documentCharges")),
                decimal(expected, "prepaid"),
                decimal(expected, "rounding"));
    }

    private static TaxableLine line(JsonNode line) {
        return new TaxableLine(
                line.path("id").asString(),
                decimal(line, "quantity"),
                decimal(line, "unitPrice"),
                decimal(line, "priceBaseQuantity"),
                amounts(line.path("allowances")),
                amounts(line.path("charges")),
                treatment(line));
    }

    private static List<BigDecimal> amounts(JsonNode adjustments) {
        return adjustments
                .valueStream()
                .map(adjustment -> decimal(adjustment, "amount"))
                .toList();
    }

    private static List<DocumentAdjustment> adjustments(JsonNode adjustments) {
        return adjustments
                .valueStream()
                .map(adjustment -> new DocumentAdjustment(decimal(adjustment, "amount"), treatment(adjustment)))
                .toList();
    }

    private static TaxTreatment treatment(JsonNode of) {
        return TaxTreatment.stated(TaxCategory.valueOf(of.path("taxCategory").asString()), rate(of));
    }

    /** Documents leave the rate out where the category has none. */
    private static BigDecimal rate(JsonNode of) {
        return of.hasNonNull("taxRate") ? decimal(of, "taxRate") : BigDecimal.ZERO;
    }

    private static BigDecimal decimal(JsonNode of, String name) {
        return new BigDecimal(of.required(name).asString());
    }

    /** Notes differences rather than stopping at the first. */
    private record Comparison(String document, List<String> differences) {

        void same(String what, BigDecimal expected, Number computed) {
            if (expected.compareTo(new BigDecimal(computed.toString())) != 0) {
                differences.add(document + ": " + what + " is " + expected + " and was computed as " + computed);
            }
        }

        void sameBreakdown(JsonNode expected, List<TaxSubtotal> computed) {
            Map<String, TaxSubtotal> byKey = new HashMap<>();
            computed.forEach(tax -> byKey.put(key(tax.category().name(), tax.ratePercent()), tax));
            same("number of subtotals", BigDecimal.valueOf(expected.size()), computed.size());
            for (JsonNode subtotal : expected) {
                String key = key(subtotal.path("taxCategory").asString(), rate(subtotal));
                TaxSubtotal tax = byKey.get(key);
                if (tax == null) {
                    differences.add(document + ": no subtotal " + key);
                } else {
                    same("taxable of " + key, decimal(subtotal, "taxable"), tax.taxable());
                    same("tax of " + key, decimal(subtotal, "tax"), tax.tax());
                }
            }
        }

        private static String key(String category, BigDecimal rate) {
            return category + " " + rate.stripTrailingZeros().toPlainString();
        }
    }
}
