package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/**
 * A row of a CSV file, read column by column. A wrong value is noted and something harmless is answered, so that all of a
 * row's faults are found at once; a row with a fault must not be used.
 */
final class Row {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final BigDecimal LARGEST = new BigDecimal("1000000000");

    private final String file;
    private final long lastLine;
    private final CSVRecord cells;
    private final Problems problems;
    private boolean valid = true;

    /** @param lastLine of the file that the row ends on */
    Row(String file, long lastLine, CSVRecord cells, Problems problems) {
        this.file = file;
        this.lastLine = lastLine;
        this.cells = cells;
        this.problems = problems;
    }

    boolean isValid() {
        return valid;
    }

    /** Notes that the row is wrong. */
    void reject(String reason) {
        valid = false;
        problems.add(file, firstLine(), reason);
    }

    /** Quoted values may have line breaks inside. */
    long firstLine() {
        long breaks = cells.stream()
                .mapToLong(value -> value.chars().filter(c -> c == '\n').count())
                .sum();
        return lastLine - breaks;
    }

    /** The value without blanks around it; null when it is empty or the file has no such column. */
    String optional(String column) {
        if (!cells.isMapped(column) || !cells.isSet(column)) {
            return null;
        }
        String value = cells.get(column).strip();
        return value.isEmpty() ? null : value;
    }

    /** As {@link #optional} but at most so long. */
    String optional(String column, int longest) {
        String value = optional(column);
        if (value != null && value.length() > longest) {
            reject(column + " has " + value.length() + " characters, more than " + longest);
            return null;
        }
        return value;
    }

    /** A value that must be there; never null. */
    String required(String column, int longest) {
        String value = optional(column, longest);
        if (value == null && optional(column) == null) {
            reject(column + " is missing");
        }
        return value == null ? "" : value;
    }

    String optional(String column, int longest, String otherwise) {
        String value = optional(column, longest);
        return value == null ? otherwise : value;
    }

    /** One of some words; the first when the value is missing. */
    String word(String column, String... words) {
        String value = optional(column);
        if (value == null) {
            return words[0];
        }
        if (!Arrays.asList(words).contains(value)) {
            reject(column + " is none of " + String.join(", ", words));
        }
        return value;
    }

    boolean flag(String column, boolean otherwise) {
        String value = optional(column);
        if (value == null) {
            return otherwise;
        }
        if (!value.equals("true") && !value.equals("false")) {
            reject(column + " is neither true nor false");
        }
        return value.equals("true");
    }

    /** A number that must be there, with at most so many decimals. */
    BigDecimal number(String column, int decimals) {
        BigDecimal value = number(column, decimals, null);
        if (value == null) {
            if (optional(column) == null) {
                reject(column + " is missing");
            }
            return BigDecimal.ONE;
        }
        return value;
    }

    BigDecimal number(String column, int decimals, BigDecimal otherwise) {
        String value = optional(column);
        if (value == null) {
            return otherwise;
        }
        try {
            BigDecimal number = new BigDecimal(value);
            if (number.abs().compareTo(LARGEST) >= 0) {
                reject(column + " is too large");
                return otherwise;
            }
            if (number.stripTrailingZeros().scale() > decimals) {
                reject(column + " has more than " + decimals + " decimals");
            }
            return number;
        } catch (NumberFormatException notANumber) {
            reject(column + " is not a number such as 1234.5");
            return otherwise;
        }
    }

    BigDecimal positive(String column, int decimals, BigDecimal otherwise) {
        BigDecimal number = otherwise == null ? number(column, decimals) : number(column, decimals, otherwise);
        if (number.signum() <= 0) {
            reject(column + " is not above zero");
            return BigDecimal.ONE;
        }
        return number;
    }

    BigDecimal notNegative(String column, int decimals, BigDecimal otherwise) {
        BigDecimal number = otherwise == null ? number(column, decimals) : number(column, decimals, otherwise);
        if (number.signum() < 0) {
            reject(column + " is below zero");
        }
        return number;
    }

    Integer integer(String column, Integer otherwise) {
        BigDecimal number = number(column, 0, null);
        return number == null ? otherwise : Integer.valueOf(number.intValue());
    }

    LocalDate date(String column, LocalDate otherwise) {
        String value = optional(column);
        if (value == null) {
            return otherwise;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException notADate) {
            reject(column + " is not a date such as 2026-01-31");
            return otherwise;
        }
    }

    LocalDate date(String column) {
        LocalDate date = date(column, null);
        if (date == null && optional(column) == null) {
            reject(column + " is missing");
        }
        return date == null ? LocalDate.EPOCH : date;
    }

    String country(String column) {
        String value = required(column, 200);
        if (!value.isEmpty() && !COUNTRIES.contains(value)) {
            reject(column + " is not a country code of ISO 3166-1 such as DE");
        }
        return value;
    }

    String country(String column, String otherwise) {
        return optional(column) == null ? otherwise : country(column);
    }

    /** Euro when it is wrong. */
    Currency currency(String column) {
        String value = required(column, 200);
        try {
            return Currency.getInstance(value);
        } catch (IllegalArgumentException unknown) {
            if (!value.isEmpty()) {
                reject(column + " is not a currency code of ISO 4217 such as EUR");
            }
            return Currency.getInstance("EUR");
        }
    }
}
