package org.throughline.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.throughline.pricing.AppliedRule;
import org.throughline.pricing.PricedDocument;
import org.throughline.pricing.PricedLine;

/**
 * By which rules a document was priced and taxed.
 *
 * @param priceDate the day whose prices and tax rules were used
 * @param digest SHA-256 of all rules as they stood, with their effects: two documents with the same digest were worked out by
 *     the same rules with the same content
 * @param prices ids of the price lists, agreements, promotions and rates, each once, in the order of their first use
 * @param taxes ids of the tax rules, likewise
 */
public record RulesUsed(LocalDate priceDate, String digest, List<String> prices, List<String> taxes) {

    public RulesUsed {
        prices = List.copyOf(prices);
        taxes = List.copyOf(taxes);
    }

    public static RulesUsed of(PricedDocument priced) {
        return new RulesUsed(priced.date(), Digests.sha256(canonical(priced)), prices(priced), taxes(priced));
    }

    private static List<String> prices(PricedDocument priced) {
        return priced.lines().stream()
                .flatMap(line -> line.rules().stream())
                .map(AppliedRule::id)
                .distinct()
                .toList();
    }

    private static List<String> taxes(PricedDocument priced) {
        return priced.lines().stream()
                .map(line -> line.taxRuleId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String canonical(PricedDocument priced) {
        StringBuilder text = new StringBuilder().append(priced.date()).append('\n');
        priced.lines().forEach(line -> append(line, text));
        return text.toString();
    }

    private static void append(PricedLine line, StringBuilder text) {
        for (AppliedRule rule : line.rules()) {
            text.append(rule.kind()).append('\t').append(rule.id()).append('\t');
            text.append(rule.effect().stripTrailingZeros().toPlainString()).append('\n');
        }
        text.append(line.taxCategory()).append('\t');
        text.append(line.taxRatePercent().stripTrailingZeros().toPlainString()).append('\t');
        text.append(line.taxRuleId()).append('\n');
    }
}
