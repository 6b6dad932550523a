package org.throughline.erp.embedded;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.KeyBatches;
import org.throughline.database.UtcTimestamp;
import org.throughline.history.InvoiceKind;

/** How much invoices and credit notes are settled. For use within a transaction that has locked their account. */
final class Debts {

    private static final String READ =
            "select id, kind, account_id, order_id, issued_on, currency, gross_total, settled"
                    + " from invoice where id in (:ids)";
    private static final String SETTLE = "update invoice set settled = settled + ?, changed_at = ? where id = ?";

    private final JdbcClient jdbc;

    Debts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An invoice or a credit note.
     *
     * @param order null when it is not for one order
     * @param settled paid or credited so far; of a credit note, used so far
     */
    record Debt(
            String id,
            InvoiceKind kind,
            String account,
            String order,
            LocalDate issuedOn,
            Currency currency,
            BigDecimal gross,
            BigDecimal settled) {

        BigDecimal left() {
            return gross.subtract(settled);
        }
    }

    /** By id; those that are not there are left out. */
    Map<String, Debt> of(Collection<String> ids) {
        return KeyBatches.read(ids, batch -> jdbc.sql(READ)
                        .param("ids", batch)
                        .query((row, number) -> debt(row))
                        .list())
                .stream()
                .collect(toMap(Debt::id, identity()));
    }

    void settle(String id, BigDecimal amount, Instant now) {
        jdbc.sql(SETTLE).params(amount, UtcTimestamp.of(now), id).update();
    }

    private static Debt debt(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Debt(
                row.getString("id"),
                InvoiceKind.valueOf(row.getString("kind")),
                row.getString("account_id"),
                row.getString("order_id"),
                Columns.date(row, "issued_on"),
                currency,
                Columns.amount(row, "gross_total", currency),
                Columns.amount(row, "settled", currency));
    }
}
