package org.throughline.erp.embedded;

import org.throughline.database.TestDatabase;
import org.throughline.history.ReturnsContract;

class PostgresReturnsIT extends ReturnsContract {

    PostgresReturnsIT() {
        super(new EmbeddedHistoryWorld(TestDatabase.postgres()));
    }
}
