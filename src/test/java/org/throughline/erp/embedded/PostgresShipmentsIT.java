package org.throughline.erp.embedded;

import org.throughline.database.TestDatabase;
import org.throughline.history.ShipmentsContract;

class PostgresShipmentsIT extends ShipmentsContract {

    PostgresShipmentsIT() {
        super(new EmbeddedHistoryWorld(TestDatabase.postgres()));
    }
}
