package org.throughline.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.throughline.pricing.AppliedRule;
import org.throughline.pricing.LineAdjustment;
import org.throughline.pricing.OrderAdjustment;
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
        Stream<String> ofLines = priced.lines().stream()
                .flatMap(line -> Stream.concat(
                        line.rules().stream().map(AppliedRule::id),
                        line.adjustments().stream().map(LineAdjustment::id)));
        Stream<String> ofTheWhole = priced.adjustments().stream().map(OrderAdjustment::id);
        return Stream.concat(ofLines, ofTheWhole).distinct().toList();
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
        priced.adjustments().forEach(each -> append(each.kind().name(), each.id(), each.amount(), text));
        return text.toString();
    }

    private static void append(String kind, String id, BigDecimal effect, StringBuilder text) {
        text.append(kind).append('\t').append(id).append('\t');
        text.append(effect.stripTrailingZeros().toPlainString()).append('\n');
    }

    private static void append(PricedLine line, StringBuilder text) {
        for (AppliedRule rule : line.rules()) {
            append(rule.kind().name(), rule.id(), rule.effect(), text);
        }
        for (LineAdjustment adjustment : line.adjustments()) {
            append(adjustment.kind().name(), adjustment.id(), adjustment.amount(), text);
        }
        text.append(line.taxCategory()).append('\t');
        text.append(line.taxRatePercent().stripTrailingZeros().toPlainString()).append('\t');
        text.append(line.taxRuleId()).append('\n');
    }
}
