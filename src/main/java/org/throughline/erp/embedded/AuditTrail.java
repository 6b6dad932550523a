package org.throughline.erp.embedded;

import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.UtcTimestamp;

/** Reads the audit trail. */
@Component
public final class AuditTrail {

    private static final String OF_DOCUMENT = """
            select happened_at, actor, action, document_kind, document_id, why, detail from audit_entry
            where document_id = ? order by id fetch first 1000 rows only""";

    private final JdbcClient jdbc;

    AuditTrail(@Qualifier("erp") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the first 1000 entries, oldest first; empty when there is no such document */
    public List<AuditEntry> of(String document) {
        return jdbc.sql(OF_DOCUMENT)
                .param(document)
                .query((row, number) -> new AuditEntry(
                        UtcTimestamp.read(row, "happened_at"),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("document_kind"),
                        row.getString("document_id"),
                        row.getString("why"),
                        row.getString("detail")))
                .list();
    }
}
