package org.throughline.contract;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of an expected answer that stands for many: <code>${any}</code>, <code>${dateTime}</code>,
 * <code>${date}</code>, <code>${number}</code>, <code>${decimal(12.5)}</code> (equal as a number),
 * <code>${regex(...)}</code> and <code>${capture(name)}</code> (any value; remembered under the name).
 */
record Placeholder(String name, String argument) {

    private static final Pattern FORM = Pattern.compile("\\$\\{([A-Za-z]+)(?:\\((.*)\\))?}", Pattern.DOTALL);
    private static final Set<String> PLAIN = Set.of("any", "dateTime", "date", "number");
    private static final Set<String> WITH_ARGUMENT = Set.of("decimal", "regex", "capture");

    /** Whether the name cannot be used for a captured value. */
    static boolean isReserved(String name) {
        return PLAIN.contains(name) || WITH_ARGUMENT.contains(name);
    }

    static boolean isIn(String text) {
        return text.contains("${");
    }

    /** The placeholder that the text is; empty when it is an ordinary value. */
    static Optional<Placeholder> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(1);
        String argument = matcher.group(2);
        if (argument == null ? !PLAIN.contains(name) : !WITH_ARGUMENT.contains(name)) {
            throw new IllegalArgumentException("there is no placeholder " + text.strip());
        }
        return Optional.of(new Placeholder(name, argument));
    }

    /**
     * Whether the value is one of those meant.
     *
     * @param captured told the value of a {@code capture}
     */
    boolean matches(String value, Consumer<String> captured) {
        if (value == null || value.isBlank()) {
            return false;
        }
        return switch (name) {
            case "dateTime" -> parses(() -> OffsetDateTime.parse(value.strip()));
            case "date" -> parses(() -> LocalDate.parse(value.strip()));
            case "number" -> parses(() -> new BigDecimal(value.strip()));
            case "decimal" ->
                parses(() -> new BigDecimal(value.strip()))
                        && new BigDecimal(value.strip()).compareTo(new BigDecimal(argument)) == 0;
            case "regex" -> value.strip().matches(argument);
            case "capture" -> {
                captured.accept(value.strip());
                yield true;
            }
            default -> true;
        };
    }

    private static boolean parses(Runnable parser) {
        try {
            parser.run();
            return true;
        } catch (DateTimeException | NumberFormatException e) {
            return false;
        }
    }
}
