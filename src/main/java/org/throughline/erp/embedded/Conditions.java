package org.throughline.erp.embedded;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.history.AmountRange;

/** The text of a statement as it grows with the conditions that a caller gave, and its parameters in their order. */
final class Conditions {

    private final StringBuilder sql;
    private final List<Object> parameters = new ArrayList<>();

    /** @param sql up to and with a first condition */
    Conditions(String sql, Object... values) {
        this.sql = new StringBuilder(sql);
        add(values);
    }

    Conditions and(String condition, Object... values) {
        sql.append(" and ").append(condition);
        add(values);
        return this;
    }

    /** Adds nothing when the value is null. */
    Conditions andIfGiven(String condition, Object value) {
        return value == null ? this : and(condition, value);
    }

    /** Adds the bounds that are given. */
    Conditions andBetween(String column, AmountRange amounts) {
        return andIfGiven(column + " >= ?", amounts.min()).andIfGiven(column + " <= ?", amounts.max());
    }

    /** @param values not empty */
    Conditions andIn(String column, Collection<?> values) {
        String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
        return and(column + " in (" + marks + ")", values.toArray());
    }

    /** What follows the conditions, such as the order. */
    Conditions then(String rest, Object... values) {
        sql.append(' ').append(rest);
        add(values);
        return this;
    }

    JdbcClient.StatementSpec of(JdbcClient jdbc) {
        return jdbc.sql(sql.toString()).params(parameters);
    }

    private void add(Object... values) {
        for (Object value : values) {
            parameters.add(value instanceof LocalDate day ? java.sql.Date.valueOf(day) : value);
        }
    }
}
