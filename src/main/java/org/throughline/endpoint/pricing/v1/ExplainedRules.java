package org.throughline.endpoint.pricing.v1;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.wire.pricing.v1.ExplainedRuleType;
import org.throughline.wire.pricing.v1.ExplanationType;
import org.throughline.wire.pricing.v1.OrderAdjustmentRecordType;
import org.throughline.wire.pricing.v1.PriceAnswerLineType;
import org.throughline.wire.pricing.v1.RuleRecordType;
import org.throughline.wire.pricing.v1.TaxAnswerLineType;
import org.throughline.wire.pricing.v1.TreatmentRecordType;

/** Collects the rules that an answer names, each once. */
final class ExplainedRules {

    record Key(String id, String text) {}

    private final Map<Key, ExplainedRuleType> rules = new LinkedHashMap<>();

    private ExplainedRules() {}

    static Collection<ExplainedRuleType> of(ExplanationType explanation) {
        ExplainedRules found = new ExplainedRules();
        if (explanation.getPriceAnswer() != null) {
            List<PriceAnswerLineType> lines = explanation.getPriceAnswer().getLine();
            for (int i = 0; i < lines.size(); i++) {
                for (RuleRecordType rule : lines.get(i).getRule()) {
                    found.add(rule.getId(), rule.getText(), i);
                }
                found.add(lines.get(i).getTreatment(), i);
            }
            for (OrderAdjustmentRecordType adjustment :
                    explanation.getPriceAnswer().getAdjustment()) {
                found.rules.computeIfAbsent(new Key(adjustment.getId(), adjustment.getText()), ExplainedRules::rule);
            }
        }
        if (explanation.getTaxAnswer() != null) {
            List<TaxAnswerLineType> lines = explanation.getTaxAnswer().getLine();
            for (int i = 0; i < lines.size(); i++) {
                found.add(lines.get(i).getTreatment(), i);
            }
        }
        return new ArrayList<>(found.rules.values());
    }

    /** A treatment that the request stated itself follows no rule. */
    private void add(TreatmentRecordType treatment, int line) {
        if (treatment.getRule() != null) {
            String reason = treatment.getReason() == null ? "" : ": " + treatment.getReason();
            String text = "Tax category " + treatment.getCategory().value() + ", "
                    + treatment.getRatePercent().toPlainString() + " %" + reason;
            add(treatment.getRule(), text, line);
        }
    }

    private void add(String id, String text, int line) {
        ExplainedRuleType rule = rules.computeIfAbsent(new Key(id, text), ExplainedRules::rule);
        if (!rule.getLine().contains(line)) {
            rule.getLine().add(line);
        }
    }

    private static ExplainedRuleType rule(Key key) {
        ExplainedRuleType rule = new ExplainedRuleType();
        rule.setId(key.id());
        rule.setText(key.text());
        return rule;
    }
}
