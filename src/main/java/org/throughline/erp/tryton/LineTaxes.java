package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.pricing.SetPrice;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violations;
import org.throughline.tax.TaxTreatment;

/** Joins lines with their prices and taxes and notes what is wrong with them. */
final class LineTaxes {

    /** Amounts of lines stay below; the totals of the largest basket then still fit the contract. */
    private static final BigDecimal AMOUNT_LIMIT = BigDecimal.TEN.pow(11);

    private final SaleQuestion sale;
    private final Map<Long, TrytonTax> taxes;
    private final int decimals;
    private final Violations violations;

    /** @param decimals of a unit price */
    LineTaxes(SaleQuestion sale, Map<Long, TrytonTax> taxes, int decimals, Violations violations) {
        this.sale = sale;
        this.taxes = taxes;
        this.decimals = decimals;
        this.violations = violations;
    }

    /** @return empty when something is wrong with the line; it is among the violations then */
    Optional<TaxedAsk> of(AskedLine line, TrytonPrice price) {
        Optional<TaxTreatment> treatment = treatment(line, price.taxes());
        BigDecimal unitPrice = line.asked().setPrice() == null ? usual(line, price) : set(line);
        if (unitPrice == null || treatment.isEmpty() || !isSensible(line, unitPrice)) {
            return Optional.empty();
        }
        BigDecimal amount = sale.currency().round(line.quantity().multiply(unitPrice));
        return Optional.of(new TaxedAsk(
                line,
                price.unitPrice(),
                new TrytonTaxes.Line(line.quantity(), unitPrice, amount, price.taxes()),
                treatment.get()));
    }

    private BigDecimal usual(AskedLine line, TrytonPrice price) {
        if (price.unitPrice() == null) {
            violations.add(ErrorCode.NO_PRICE.at(line.path("item")));
        }
        return price.unitPrice();
    }

    /** The price that is given, for one of the line's unit; Tryton keeps fewer decimals than the contract. */
    private BigDecimal set(AskedLine line) {
        SetPrice set = line.asked().setPrice();
        boolean sameUnit = set.unit() == null || set.unit().equals(line.unit().code());
        boolean whole = set.unitPrice().signum() >= 0 && set.allowance().signum() == 0;
        if (sameUnit && whole) {
            BigDecimal price = set.unitPrice().divide(set.baseQuantity(), decimals, RoundingMode.HALF_EVEN);
            if (price.multiply(set.baseQuantity()).compareTo(set.unitPrice()) == 0) {
                return price;
            }
        }
        violations.add(ErrorCode.INVALID_VALUE
                .at(line.path("agreedUnitPrice.amount"), "Tryton cannot keep this price.")
                .withRemedy(Remedy.of("Give a price for one " + line.unit().code() + ", zero or more, with at most "
                        + decimals + " decimals.")));
        return null;
    }

    private Optional<TaxTreatment> treatment(AskedLine line, List<Long> ids) {
        if (ids.isEmpty()) {
            return Optional.of(TrytonTax.NONE);
        }
        TrytonTax only = taxes.get(ids.get(0));
        if (ids.size() == 1 && only.ratePercent() != null) {
            return Optional.of(only.treatment());
        }
        violations.add(ErrorCode.NOT_SUPPORTED_BY_ERP.at(
                line.path("item"), "Of Tryton's taxes, only a single one that is a percentage can be told."));
        return Optional.empty();
    }

    private boolean isSensible(AskedLine line, BigDecimal unitPrice) {
        if (line.quantity().multiply(unitPrice).abs().compareTo(AMOUNT_LIMIT) < 0) {
            return true;
        }
        violations.add(ErrorCode.INVALID_QUANTITY
                .at(line.path("quantity"), "The amount of the line is too large.")
                .withRemedy(Remedy.of("Keep it below 100,000,000,000.")));
        return false;
    }
}
