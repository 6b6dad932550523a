package org.throughline.erp.embedded;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.UtcTimestamp;

/** The audit trail: who did what to which document, when and why. For use within the transaction of the change. */
final class Audit {

    private static final String INSERT = """
            insert into audit_entry (happened_at, actor, action, document_kind, document_id, why, detail)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final int LONGEST_DETAIL = 2000;

    /** What a document is. */
    enum Kind {
        ORDER,
        QUOTATION,
        SHIPMENT,
        INVOICE,
        PAYMENT,
        RETURN,
        CONTRACT,
        /** The document is an item. */
        STOCK
    }

    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param action in upper case, such as APPROVE
     * @param detail what the action does not say, for people; null when there is nothing
     */
    void write(By by, Instant at, String action, Kind kind, String document, String detail) {
        jdbc.sql(INSERT)
                .params(UtcTimestamp.of(at), by.who(), action, kind.name(), document)
                .param(6, by.why(), java.sql.Types.VARCHAR)
                .param(7, shortened(detail), java.sql.Types.VARCHAR)
                .update();
    }

    private static String shortened(String detail) {
        return detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }
}
