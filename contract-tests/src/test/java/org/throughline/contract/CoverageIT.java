package org.throughline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Counts the cases of each operation in the WSDLs, and fails when a kind is missing. */
class CoverageIT {

    /** Operations whose valid requests no rule can refuse. */
    private static final Set<String> CANNOT_FAIL = Set.of("ping");

    private final List<Case> cases = Cases.all();

    @Test
    void every_operation_has_a_passing_a_failing_and_a_malformed_case() {
        List<String> missing = new ArrayList<>();
        System.out.printf("%-40s %8s %8s %10s%n", "Cases per operation", "passing", "failing", "malformed");
        Contract.get().operations().forEach((capability, operations) -> {
            operations.stream()
                    .filter(operation -> isWanted(capability + "/v1/" + operation))
                    .forEach(operation -> missing.addAll(missing(capability, operation)));
        });
        assertThat(missing).as("cases that are missing").isEmpty();
    }

    @Test
    void every_case_is_about_an_operation_that_exists() {
        Map<String, List<String>> operations = Contract.get().operations();
        assertThat(cases).allSatisfy(example -> assertThat(operations.getOrDefault(example.capability(), List.of()))
                .as("operations of the service %s, for the case %s", example.capability(), example.path())
                .contains(example.operation()));
    }

    private static boolean isWanted(String path) {
        return path.startsWith(Settings.cases()) || Settings.cases().startsWith(path + "/");
    }

    private boolean isNeedless(Kind kind, String capability, String operation) {
        return kind == Kind.FAILING && CANNOT_FAIL.contains(operation)
                || kind == Kind.PASSING
                        && cases.stream()
                                .filter(example -> example.capability().equals(capability)
                                        && example.operation().equals(operation))
                                .anyMatch(Case::showsThatItIsNotSupported);
    }

    private List<String> missing(String capability, String operation) {
        List<String> missing = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (Kind kind : EnumSet.allOf(Kind.class)) {
            long count = cases.stream()
                    .filter(example -> example.capability().equals(capability)
                            && example.operation().equals(operation)
                            && example.kind() == kind)
                    .count();
            counts.add(count);
            if (count == 0 && !isNeedless(kind, capability, operation)) {
                missing.add(capability + " " + operation + ": " + kind);
            }
        }
        System.out.printf(
                "%-40s %8d %8d %10d%n", capability + " " + operation, counts.get(0), counts.get(1), counts.get(2));
        return missing;
    }
}
