package org.throughline.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.ItemId;
import org.throughline.shared.Quantity;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.TaxTreatment;

/**
 * A line with its price and tax, in the document's currency.
 *
 * @param id as asked; null when it has none
 * @param quantity as asked
 * @param baseQuantity the same in the item's base unit
 * @param pricedQuantity the same in the unit that the price is for
 * @param priceBaseQuantity how many of the priced unit the unit price pays for
 * @param listPrice what the rules started from; per base quantity of the priced unit
 * @param unitPrice after all rules; at most six decimals; per base quantity of the priced unit
 * @param discountPercent how much the unit price is below the list price, four decimals; negative when above
 * @param adjustments what is off the line beside its unit price, for what else is in the basket
 * @param freeBy id of the promotion that gives the line away; null when it was asked for
 * @param net without tax, after adjustments, rounded to the minor unit
 * @param tax of this line alone; the document's tax is computed per category and rate
 * @param gross net plus tax
 * @param rules all that made the unit price, in order; never empty
 * @param nextBreak empty when more does not cost less per unit, or the ERP computes prices itself and does not say
 */
public record PricedLine(
        String id,
        ItemId item,
        String description,
        Quantity quantity,
        Quantity baseQuantity,
        Quantity pricedQuantity,
        BigDecimal priceBaseQuantity,
        BigDecimal listPrice,
        BigDecimal unitPrice,
        BigDecimal discountPercent,
        List<LineAdjustment> adjustments,
        String freeBy,
        BigDecimal net,
        TaxTreatment treatment,
        BigDecimal tax,
        BigDecimal gross,
        List<AppliedRule> rules,
        Optional<NextBreak> nextBreak) {

    public PricedLine {
        adjustments = List.copyOf(adjustments);
        rules = List.copyOf(rules);
    }

    /** What is off the line beside its unit price. */
    public BigDecimal allowance() {
        return adjustments.stream().map(LineAdjustment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Why the unit price was given instead of computed; null when the ERP's prices made it. */
    public String overrideReason() {
        return rules.stream()
                .filter(rule -> rule.kind() == AppliedRule.Kind.PRICE_OVERRIDE)
                .map(AppliedRule::text)
                .findFirst()
                .orElse(null);
    }

    public TaxCategory taxCategory() {
        return treatment.category();
    }

    /** The rule that decided on the tax; null when the caller stated the treatment. */
    public String taxRuleId() {
        return treatment.ruleId();
    }

    /** 20 means 20 %; zero in the untaxed categories. */
    public BigDecimal taxRatePercent() {
        return treatment.ratePercent();
    }
}
