package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.throughline.shared.Operation;

/** docs/tryton.md shows what Tryton can do: the table is made from what the program declares. */
class TrytonAbilitiesTest {

    private static final Path PAGE = Path.of("docs", "tryton.md");
    private static final String WRITE = "tryton.write";
    private static final String HEADING = """
            | service | operation | Tryton | made of, or why not |
            | --- | --- | --- | --- |
            """;

    @Test
    void everyOperationOfTheContractIsDecidedOnOnce() {
        assertThat(TrytonAbilities.ALL.stream().map(TrytonAbility::operation)).containsExactly(Operation.values());
    }

    @Test
    void whatNeedsAModuleIsNotThereWithoutIt() {
        assertThat(TrytonAbilities.with(Set.of()).supports(Operation.CREATE_ORDER))
                .isFalse();
        assertThat(TrytonAbilities.with(Set.of()).supports(Operation.FIND_LINKS))
                .isTrue();
        assertThat(TrytonAbilities.best().supports(Operation.CREATE_ORDER)).isTrue();
    }

    @Test
    void thePageShowsWhatIsDeclared() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(HEADING);
        assertThat(start).as("the table in docs/tryton.md").isPositive();
        int end = page.indexOf("\n\n", start) + 1;
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, page.substring(0, start) + table() + page.substring(end));
            return;
        }
        assertThat(page.substring(start, end))
                .as("docs/tryton.md differs from what is declared; write it anew with"
                        + " mvn test -Dtest=TrytonAbilitiesTest -D" + WRITE + "=true and read what changed")
                .isEqualTo(table());
    }

    private static String table() {
        return HEADING
                + TrytonAbilities.ALL.stream().map(TrytonAbilitiesTest::row).collect(Collectors.joining());
    }

    private static String row(TrytonAbility ability) {
        return "| %s | `%s` | %s | %s |%n"
                .formatted(
                        ability.operation().capability(),
                        ability.operation().wireName(),
                        answer(ability),
                        ability.how());
    }

    private static String answer(TrytonAbility ability) {
        List<String> modules = ability.modules().stream()
                .sorted()
                .map(name -> "`" + name + "`")
                .toList();
        if (!ability.supported()) {
            return "not supported";
        }
        return modules.isEmpty() ? "yes" : "with " + String.join(", ", modules);
    }
}
