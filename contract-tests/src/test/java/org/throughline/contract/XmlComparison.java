package org.throughline.contract;

import java.util.Objects;
import org.w3c.dom.Element;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.builder.Input;
import org.xmlunit.diff.Comparison;
import org.xmlunit.diff.ComparisonResult;
import org.xmlunit.diff.ComparisonType;
import org.xmlunit.diff.Diff;
import org.xmlunit.diff.DifferenceEvaluators;

/** Compares an XML answer with the expected one: namespaces count, prefixes, white space and comments do not. */
final class XmlComparison {

    private XmlComparison() {}

    static void check(String expected, Element actual, Variables variables, Reply reply) {
        Diff diff = DiffBuilder.compare(Input.fromString(expected))
                .withTest(Input.fromNode(actual))
                .ignoreWhitespace()
                .ignoreComments()
                .withDifferenceEvaluator(DifferenceEvaluators.chain(
                        DifferenceEvaluators.Default,
                        (comparison, outcome) -> placeholder(comparison, outcome, variables)))
                .checkForSimilar()
                .build();
        if (diff.hasDifferences()) {
            throw new AssertionError(diff.fullDescription() + "\nin " + reply);
        }
    }

    private static ComparisonResult placeholder(Comparison comparison, ComparisonResult outcome, Variables variables) {
        if (outcome != ComparisonResult.DIFFERENT || comparison.getType() != ComparisonType.TEXT_VALUE) {
            return outcome;
        }
        String expected = Objects.toString(comparison.getControlDetails().getValue(), "");
        String actual = Objects.toString(comparison.getTestDetails().getValue(), "");
        return Placeholder.parse(expected)
                .filter(found -> found.matches(actual, value -> variables.set(found.argument(), value)))
                .map(found -> ComparisonResult.SIMILAR)
                .orElse(outcome);
    }
}
