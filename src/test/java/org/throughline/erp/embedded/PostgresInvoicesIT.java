package org.throughline.erp.embedded;

import org.throughline.database.TestDatabase;
import org.throughline.history.InvoicesContract;

class PostgresInvoicesIT extends InvoicesContract {

    PostgresInvoicesIT() {
        super(new EmbeddedHistoryWorld(TestDatabase.postgres()));
    }
}
