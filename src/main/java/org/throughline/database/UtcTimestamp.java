package org.throughline.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.TimeZone;
import org.springframework.jdbc.core.SqlTypeValue;

/**
 * Points in time in columns without a zone: always UTC, whatever the zone of the machine, so that no hour is lost when
 * clocks change there.
 */
public final class UtcTimestamp {

    /** The last point in time that both databases can write. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private UtcTimestamp() {}

    /** A statement's parameter; cut to microseconds, which both databases keep, and to the year 9999. */
    public static SqlTypeValue of(Instant instant) {
        return (statement, index, sqlType, typeName) -> set(statement, index, instant);
    }

    /** As {@link #of}, for plain JDBC. */
    public static void set(PreparedStatement statement, int index, Instant instant) throws SQLException {
        Instant kept = instant.isAfter(LATEST) ? LATEST : instant.truncatedTo(ChronoUnit.MICROS);
        statement.setTimestamp(index, Timestamp.from(kept), utc());
    }

    /** @return null when the column is null */
    public static Instant read(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column, utc());
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
