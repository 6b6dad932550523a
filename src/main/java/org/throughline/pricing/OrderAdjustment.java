package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;
import org.throughline.shared.Money;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.DocumentAdjustment;
import org.throughline.tax.TaxTreatment;

/**
 * A discount or charge on the whole document, as far as one tax treatment bears it: an allowance or charge of EN 16931
 * (BG-20, BG-21).
 *
 * @param id of the rule, agreement or promotion
 * @param text for people
 * @param base what a percentage is taken of, or over which an amount is spread: the value that lines of this treatment have
 * @param percent null when it is an amount
 * @param amount rounded to the minor unit, not negative; with tax when the document's prices include it
 */
public record OrderAdjustment(
        Kind kind,
        String id,
        String text,
        BigDecimal base,
        BigDecimal percent,
        BigDecimal amount,
        TaxTreatment treatment) {

    /** What is put on or taken off. */
    public enum Kind {
        DISCOUNT,
        FREIGHT,
        SURCHARGE
    }

    public OrderAdjustment {
        requireNonNull(kind, "kind");
        requireNonNull(id, "id");
        requireNonNull(text, "text");
        requireNonNull(base, "base");
        requireNonNull(amount, "amount");
        requireNonNull(treatment, "treatment");
    }

    /** With amounts in the minor unit of a currency. */
    public OrderAdjustment in(Currency currency) {
        return new OrderAdjustment(
                kind, id, text, Money.round(base, currency), percent, Money.round(amount, currency), treatment);
    }

    public boolean isCharge() {
        return kind != Kind.DISCOUNT;
    }

    public TaxCategory taxCategory() {
        return treatment.category();
    }

    /** 20 means 20 %. */
    public BigDecimal taxRatePercent() {
        return treatment.ratePercent();
    }

    DocumentAdjustment taxable() {
        return new DocumentAdjustment(amount, treatment);
    }
}
