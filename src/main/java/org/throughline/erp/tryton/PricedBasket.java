package org.throughline.erp.tryton;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughline.erp.tryton.TrytonCurrencies.TrytonCurrency;
import org.throughline.pricing.AppliedRule;
import org.throughline.pricing.Assumption;
import org.throughline.pricing.PricedDocument;
import org.throughline.pricing.PricedLine;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.Quantity;
import org.throughline.shared.TaxSubtotal;
import org.throughline.tax.TaxTreatment;

/** Writes down what Tryton has said of a basket in the words of the contract. */
record PricedBasket(
        SaleQuestion sale,
        TrytonCurrency own,
        List<TaxedAsk> lines,
        TrytonTaxes.Totals totals,
        List<Assumption> assumptions) {

    private static final int PERCENT_DECIMALS = 4;

    private static final Comparator<TaxSubtotal> ORDER = Comparator.comparing(TaxSubtotal::category)
            .thenComparing(TaxSubtotal::ratePercent, Comparator.reverseOrder());

    PricedDocument document() {
        return new PricedDocument(
                sale.currency().currency(),
                sale.date(),
                false,
                false,
                lines.stream().map(this::line).toList(),
                List.of(),
                subtotals(),
                documentTotals(),
                null,
                assumptions);
    }

    private DocumentTotals documentTotals() {
        BigDecimal zero = sale.currency().round(BigDecimal.ZERO);
        return new DocumentTotals(
                sale.currency().currency(), totals.net(), zero, zero, totals.net(), totals.tax(), totals.gross());
    }

    /** One for each category and rate, though Tryton may have several taxes of a rate; what has no tax is one, too. */
    private List<TaxSubtotal> subtotals() {
        Map<Object, TaxSubtotal> byRate = new LinkedHashMap<>();
        for (Map.Entry<TaxTreatment, List<TaxedAsk>> alike : lines.stream()
                .collect(groupingBy(this::treatment, LinkedHashMap::new, toList()))
                .entrySet()) {
            TaxSubtotal subtotal = subtotal(alike.getKey(), alike.getValue());
            byRate.merge(List.of(subtotal.category(), subtotal.ratePercent()), subtotal, PricedBasket::sum);
        }
        return byRate.values().stream().sorted(ORDER).toList();
    }

    private TaxSubtotal subtotal(TaxTreatment treatment, List<TaxedAsk> alike) {
        List<TrytonTaxes.Part> parts = totals.parts().stream()
                .filter(part -> Long.toString(part.tax()).equals(treatment.ruleId()))
                .toList();
        BigDecimal taxable = parts.isEmpty()
                ? sum(alike.stream().map(line -> line.line().amount()))
                : sum(parts.stream().map(TrytonTaxes.Part::taxable));
        return new TaxSubtotal(
                treatment.category(),
                treatment.ratePercent(),
                taxable,
                sum(parts.stream().map(TrytonTaxes.Part::amount)),
                null,
                treatment.reason(),
                null,
                null,
                treatment.ruleId(),
                null);
    }

    private static TaxSubtotal sum(TaxSubtotal one, TaxSubtotal other) {
        return new TaxSubtotal(
                one.category(),
                one.ratePercent(),
                one.taxable().add(other.taxable()),
                one.tax().add(other.tax()),
                null,
                one.reason());
    }

    private BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(sale.currency().round(BigDecimal.ZERO), BigDecimal::add);
    }

    /** A tax that does not hold on the day is not charged, though the line has it. */
    private TaxTreatment treatment(TaxedAsk line) {
        boolean charged = totals.parts().stream().anyMatch(part -> Long.toString(part.tax())
                .equals(line.treatment().ruleId()));
        return charged ? line.treatment() : TrytonTax.NONE;
    }

    private PricedLine line(TaxedAsk line) {
        AskedLine asked = line.asked();
        Quantity quantity = new Quantity(asked.quantity(), asked.unit().code());
        TaxTreatment treatment = treatment(line);
        BigDecimal tax = tax(line, treatment);
        List<AppliedRule> rules = new PriceRulesTold(sale, own, line).rules();
        BigDecimal listPrice = rules.get(0).unitPrice();
        BigDecimal unitPrice = rules.get(rules.size() - 1).unitPrice();
        return new PricedLine(
                asked.asked().id(),
                asked.product().item(),
                asked.product().name(),
                quantity,
                baseQuantity(asked),
                quantity,
                BigDecimal.ONE,
                listPrice,
                unitPrice,
                discountPercent(listPrice, unitPrice),
                List.of(),
                null,
                line.line().amount(),
                treatment,
                tax,
                line.line().amount().add(tax),
                rules,
                Optional.empty());
    }

    private static Quantity baseQuantity(AskedLine asked) {
        return new Quantity(
                asked.quantity()
                        .multiply(
                                TrytonUnits.factor(asked.unit(), asked.product().base())),
                asked.product().base().code());
    }

    /** Of the exact value of the line, as Tryton computes it. */
    private BigDecimal tax(TaxedAsk line, TaxTreatment treatment) {
        return sale.currency()
                .round(line.line()
                        .quantity()
                        .multiply(line.line().unitPrice())
                        .multiply(treatment.ratePercent().movePointLeft(2)));
    }

    private static BigDecimal discountPercent(BigDecimal listPrice, BigDecimal unitPrice) {
        return listPrice.signum() == 0
                ? BigDecimal.ZERO.setScale(PERCENT_DECIMALS)
                : listPrice
                        .subtract(unitPrice)
                        .movePointRight(2)
                        .divide(listPrice, PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }
}
