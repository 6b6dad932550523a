package org.throughline.erp.embedded;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What Derby did to answer some statements, as its explain tables have it.
 *
 * @param tableScans tables that were read from end to end
 * @param rowsVisited rows of tables and indexes that were looked at
 */
record Plans(List<String> tableScans, int rowsVisited) {

    /** @param jdbc on the one connection that the statements use, too, with run-time statistics switched on */
    static Plans of(JdbcClient jdbc, Runnable statements) {
        String schema = "PLANS" + System.nanoTime();
        jdbc.sql("call syscs_util.syscs_set_xplain_schema('" + schema + "')").update();
        try {
            statements.run();
        } finally {
            jdbc.sql("call syscs_util.syscs_set_xplain_schema('')").update();
        }
        return new Plans(
                jdbc.sql("select scan_object_name from " + schema + ".sysxplain_scan_props"
                                + " where scan_object_type = 'T' and no_visited_rows > 0")
                        .query(String.class)
                        .list(),
                jdbc.sql("select coalesce(sum(no_visited_rows), 0) from " + schema + ".sysxplain_scan_props")
                        .query(Integer.class)
                        .single());
    }
}
