package org.throughline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One case on its way through the bindings. */
final class CaseRun {

    private final Case example;
    private final Map<Binding, List<Answer>> answers = new EnumMap<>(Binding.class);

    CaseRun(Case example) {
        this.example = example;
    }

    /** Puts all steps to the service, and fails when an answer is not as expected. */
    void through(Binding binding) {
        Variables variables = new Variables(binding);
        List<Answer> values = new ArrayList<>();
        for (Step step : example.steps()) {
            if (step.has(binding)) {
                values.add(run(step, binding, variables));
            }
        }
        checkKind(binding, values);
        answers.put(binding, values);
    }

    /** Fails when SOAP and REST gave different values; without comparison when one of them already failed. */
    void sameInAllBindings() {
        assumeThat(answers.keySet()).as("bindings that went well").contains(Binding.SOAP11, Binding.REST);
        List<Answer> soap = answers.get(Binding.SOAP11);
        List<Answer> rest = answers.get(Binding.REST);
        assertThat(soap).as("%s: number of steps", example.path()).hasSameSizeAs(rest);
        for (int step = 0; step < soap.size(); step++) {
            assertThat(rest.get(step).comparableTo(soap.get(step)))
                    .as("%s, step %d: values over REST, compared with those over SOAP", example.path(), step + 1)
                    .isEqualTo(soap.get(step).comparableTo(rest.get(step)));
        }
    }

    /** What was recorded without care is found here. */
    private void checkKind(Binding binding, List<Answer> values) {
        Answer last = values.get(values.size() - 1);
        assertThat(last.fault())
                .as("%s over %s is %s: its last answer is a fault", example.path(), binding, example.kind())
                .isEqualTo(example.kind() != Kind.PASSING);
        assertThat(last.values().values())
                .as("%s over %s shows a defect of the service", example.path(), binding)
                .doesNotContain("INTERNAL_ERROR");
    }

    private Answer run(Step step, Binding binding, Variables variables) {
        try {
            return binding.isSoap()
                    ? new SoapExchange(example, binding, variables).run(step)
                    : new RestExchange(variables).run(step);
        } catch (AssertionError | IllegalArgumentException e) {
            String where =
                    example.steps().size() == 1 ? "" : " " + step.folder().getFileName();
            throw new AssertionError(example.path() + where + " over " + binding + " ("
                    + example.properties().getProperty("description") + "):\n" + e.getMessage());
        }
    }
}
