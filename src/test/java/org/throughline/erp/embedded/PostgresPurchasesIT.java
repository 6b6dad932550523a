package org.throughline.erp.embedded;

import org.throughline.database.TestDatabase;
import org.throughline.history.PurchasesContract;

class PostgresPurchasesIT extends PurchasesContract {

    PostgresPurchasesIT() {
        super(new EmbeddedHistoryWorld(TestDatabase.postgres()));
    }
}
