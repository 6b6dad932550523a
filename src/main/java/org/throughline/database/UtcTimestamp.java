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

    private UtcTimestamp() {}

    /** A statement's parameter; cut to microseconds, which both databases keep. */
    public static SqlTypeValue of(Instant instant) {
        return (statement, index, sqlType, typeName) -> set(statement, index, instant);
    }

    /** As {@link #of}, for plain JDBC. */
    public static void set(PreparedStatement statement, int index, Instant instant) throws SQLException {
        statement.setTimestamp(index, Timestamp.from(instant.truncatedTo(ChronoUnit.MICROS)), utc());
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
