package org.throughline.erp.tryton;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.throughline.shared.TaxSubtotal;
import org.throughline.tax.TaxTreatment;

/** How the lines of sales are taxed. */
final class SaleTaxes {

    static final List<String> FIELDS =
            List.of("lines.taxes.name", "lines.taxes.type", "lines.taxes.rate", "lines.taxes.legal_notice");

    private SaleTaxes() {}

    /** Of several taxes on a line the contract can tell one; prices with such are not given by us in the first place. */
    static TaxTreatment treatment(TrytonRecord line) {
        List<TrytonRecord> taxes = line.all("taxes");
        return taxes.isEmpty() ? TrytonTax.NONE : tax(taxes.get(0)).treatment();
    }

    private static TrytonTax tax(TrytonRecord row) {
        BigDecimal rate = row.decimal("rate");
        return new TrytonTax(
                row.id(),
                row.text("name"),
                rate == null ? BigDecimal.ZERO : OrderedLines.plain(rate.movePointRight(2)),
                row.text("legal_notice"));
    }

    /**
     * The tax of each treatment. Tryton keeps the sum only, which is what the parts come to, each computed of the exact values of
     * its lines and rounded as Tryton rounds; what other ways of rounding make of it is found in the largest part.
     */
    static List<TaxSubtotal> of(TrytonRecord sale, Currency currency, BigDecimal total) {
        Map<TaxTreatment, List<TrytonRecord>> lines = sale.all("lines").stream()
                .filter(line -> line.text("type").equals("line"))
                .collect(groupingBy(SaleTaxes::treatment));
        List<TaxSubtotal> parts = new ArrayList<>();
        lines.forEach((treatment, taxed) -> parts.add(subtotal(treatment, taxed, currency)));
        parts.sort(Comparator.comparing(TaxSubtotal::taxable).reversed());
        if (!parts.isEmpty()) {
            BigDecimal sum = parts.stream().map(TaxSubtotal::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
            TaxSubtotal largest = parts.get(0);
            parts.set(0, largest.withAmounts(largest.taxable(), largest.tax().add(total.subtract(sum))));
        }
        return parts;
    }

    private static TaxSubtotal subtotal(TaxTreatment treatment, List<TrytonRecord> lines, Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        BigDecimal net = sum(lines.stream().map(line -> line.decimal("amount")));
        BigDecimal exact =
                sum(lines.stream().map(line -> line.decimal("quantity").multiply(line.decimal("unit_price"))));
        return new TaxSubtotal(
                treatment.category(),
                treatment.ratePercent(),
                net.setScale(decimals, RoundingMode.HALF_EVEN),
                exact.multiply(treatment.ratePercent()).movePointLeft(2).setScale(decimals, RoundingMode.HALF_EVEN),
                null,
                treatment.reason(),
                null,
                null,
                treatment.ruleId(),
                null);
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
