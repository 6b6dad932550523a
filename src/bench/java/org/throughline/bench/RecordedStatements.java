package org.throughline.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.throughline.database.Dialect;

/** Remembers the statements that are sent with their parameters, and has the database tell how it runs them. */
final class RecordedStatements extends AbstractDataSource {

    private final DataSource target;
    private final List<Sent> sent = new ArrayList<>();

    RecordedStatements(DataSource target) {
        this.target = target;
    }

    /** The plans of all statements that were sent, each after its text. */
    String plans(Dialect dialect) throws SQLException {
        StringBuilder plans = new StringBuilder();
        try (Connection connection = target.getConnection()) {
            for (Sent statement : sent) {
                plans.append(statement.sql.strip()).append("\n\n");
                plans.append(
                        dialect == Dialect.POSTGRESQL
                                ? statement.explain(connection)
                                : statement.statistics(connection));
                plans.append('\n');
            }
        }
        return plans.toString();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = target.getConnection();
        return proxy(Connection.class, (self, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return method.getName().equals("prepareStatement")
                    ? recording((PreparedStatement) result, (String) arguments[0])
                    : result;
        });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    private PreparedStatement recording(PreparedStatement statement, String sql) {
        Sent recorded = new Sent(sql);
        sent.add(recorded);
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length >= 2) {
                recorded.setters.add(target -> invoke(target, method, arguments));
            }
            return invoke(statement, method, arguments);
        });
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private interface Setter {
        void set(PreparedStatement statement) throws Throwable;
    }

    private static final class Sent {

        private final String sql;
        private final List<Setter> setters = new ArrayList<>();

        private Sent(String sql) {
            this.sql = sql;
        }

        private String explain(Connection connection) throws SQLException {
            return rows(connection, "explain (analyze, buffers) " + sql).stream()
                    .filter(line -> !line.startsWith("Planning"))
                    .collect(Collectors.joining("\n", "", "\n"));
        }

        /** Of Derby's long text the lines that name a scan, and how much it looked at. */
        private String statistics(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("call syscs_util.syscs_set_runtimestatistics(1)");
                rows(connection, sql);
                try (ResultSet text = statement.executeQuery("values syscs_util.syscs_get_runtimestatistics()")) {
                    text.next();
                    return text.getString(1)
                            .lines()
                            .map(String::strip)
                            .filter(line -> line.contains("ResultSet for")
                                    || line.matches("Number of rows visited=.*")
                                    || line.startsWith("Sort ResultSet"))
                            .collect(Collectors.joining("\n", "", "\n"));
                } finally {
                    statement.execute("call syscs_util.syscs_set_runtimestatistics(0)");
                }
            }
        }

        private List<String> rows(Connection connection, String text) throws SQLException {
            List<String> rows = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                for (Setter setter : setters) {
                    set(setter, statement);
                }
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        rows.add(found.getString(1));
                    }
                }
            }
            return rows;
        }

        private static void set(Setter setter, PreparedStatement statement) throws SQLException {
            try {
                setter.set(statement);
            } catch (SQLException | RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new SQLException(e);
            }
        }
    }
}
