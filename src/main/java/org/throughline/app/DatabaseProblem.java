package org.throughline.app;

import java.sql.SQLException;

/** Says in one sentence why a database cannot be opened. */
final class DatabaseProblem {

    private static final String DERBY_OPENED_BY_ANOTHER_PROCESS = "XSDB6";
    private static final String DERBY_DATABASE_SHUT_DOWN = "08006";
    private static final String POSTGRESQL_WRONG_PASSWORD = "28P01";
    private static final String POSTGRESQL_NO_SUCH_DATABASE = "3D000";

    private DatabaseProblem() {}

    static StartupProblem of(String url, SQLException failure) {
        return new StartupProblem("The database " + withoutParameters(url) + " " + reason(failure) + ".", failure);
    }

    static boolean isDerbyShutdown(SQLException failure) {
        return DERBY_DATABASE_SHUT_DOWN.equals(failure.getSQLState());
    }

    private static String reason(SQLException failure) {
        if (hasState(failure, DERBY_OPENED_BY_ANOTHER_PROCESS)) {
            return "is in use by another process; stop that one or choose another throughline.data-directory";
        }
        if (hasState(failure, POSTGRESQL_WRONG_PASSWORD)) {
            return "refuses the user or password of throughline.database";
        }
        if (hasState(failure, POSTGRESQL_NO_SUCH_DATABASE)) {
            return "does not exist";
        }
        return failure.getSQLState() != null && failure.getSQLState().startsWith("08")
                ? "cannot be reached"
                : "cannot be opened: " + firstLine(failure.getMessage());
    }

    private static boolean hasState(SQLException failure, String state) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && chainHasState(sql, state)) {
                return true;
            }
        }
        return false;
    }

    private static boolean chainHasState(SQLException failure, String state) {
        for (SQLException next = failure; next != null; next = next.getNextException()) {
            if (state.equals(next.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Parameters may hold passwords. */
    private static String withoutParameters(String url) {
        return url.replaceFirst("[;?].*", "");
    }

    private static String firstLine(String message) {
        return message == null
                ? "no reason given"
                : message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }
}
