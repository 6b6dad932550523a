package org.throughline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Puts every case to the service through every binding. */
class CasesIT {

    @TestFactory
    Stream<DynamicNode> every_case_is_answered_as_expected() {
        List<Case> cases = Cases.all().stream()
                .filter(example -> example.path().startsWith(Settings.cases()))
                .toList();
        assertThat(cases).as("cases below cases/%s", Settings.cases()).isNotEmpty();
        System.out.printf("%d cases against %s%n", cases.size(), Settings.endpoint());
        return IntStream.range(0, cases.size())
                .mapToObj(index -> node(cases.get(index), String.format("[%d/%d]", index + 1, cases.size())));
    }

    private static DynamicNode node(Case example, String number) {
        CaseRun run = new CaseRun(example);
        List<String> outcome = new ArrayList<>();
        List<DynamicTest> tests = new ArrayList<>();
        for (Binding binding : Binding.values()) {
            if (example.has(binding)) {
                String name = binding.name().toLowerCase(Locale.ROOT);
                tests.add(dynamicTest(name, () -> note(outcome, name, () -> run.through(binding))));
            }
        }
        if (example.kind() != Kind.MALFORMED && example.has(Binding.SOAP11) && example.has(Binding.REST)) {
            tests.add(dynamicTest("same values", () -> note(outcome, "same", run::sameInAllBindings)));
        }
        tests.add(dynamicTest("complete", () -> {
            System.out.println(number + " " + example.path() + ": " + String.join(", ", outcome));
            checkComplete(example);
        }));
        return dynamicContainer(example.path(), tests);
    }

    private static void note(List<String> outcome, String name, Executable test) throws Throwable {
        outcome.add(name + " FAILED");
        test.execute();
        outcome.set(outcome.size() - 1, name + " ok");
    }

    /** Both bindings must be shown, unless the case says in its properties that it is about one of them only. */
    private static void checkComplete(Case example) {
        for (Binding binding : Binding.values()) {
            assertThat(example.has(binding))
                    .as("%s has a request for %s (or says only=... in case.properties)", example.path(), binding)
                    .isNotEqualTo(example.omits(binding));
        }
    }
}
