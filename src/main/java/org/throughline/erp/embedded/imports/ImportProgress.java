package org.throughline.erp.embedded.imports;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.UtcTimestamp;

/** How far each step of an import has come, in the table import_progress. */
final class ImportProgress {

    private final JdbcClient erp;
    private final Clock clock;
    private final String importId;

    ImportProgress(JdbcClient erp, Clock clock, String importId) {
        this.erp = erp;
        this.clock = clock;
        this.importId = importId;
    }

    /** How many things of a step are written; zero when the step has not begun. */
    long position(String step) {
        return erp.sql("select position from import_progress where import_id = ? and step = ?")
                .params(importId, step)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    boolean isFinished(String step) {
        return erp.sql("select finished from import_progress where import_id = ? and step = ?")
                .params(importId, step)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** @throws ImportFailure when another process moves the same import on */
    void advance(String step, long from, long to, boolean finished) {
        if (from == 0 && position(step) == 0 && !exists(step)) {
            erp.sql(
                            "insert into import_progress (import_id, step, position, finished, changed_at) values (?, ?, ?, ?, ?)")
                    .params(importId, step, to, finished, UtcTimestamp.of(clock.instant()))
                    .update();
            return;
        }
        int moved = erp.sql("update import_progress set position = ?, finished = ?, changed_at = ?"
                        + " where import_id = ? and step = ? and position = ?")
                .params(to, finished, UtcTimestamp.of(clock.instant()), importId, step, from)
                .update();
        if (moved != 1) {
            throw new ImportFailure("Another process imports the same data at this moment.");
        }
    }

    private boolean exists(String step) {
        return erp.sql("select count(*) from import_progress where import_id = ? and step = ?")
                        .params(importId, step)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
