package org.throughline.erp.embedded;

import org.throughline.database.TestDatabase;
import org.throughline.history.PurchasesContract;

class DerbyPurchasesTest extends PurchasesContract {

    DerbyPurchasesTest() {
        super(new EmbeddedHistoryWorld(TestDatabase.derby()));
    }
}
