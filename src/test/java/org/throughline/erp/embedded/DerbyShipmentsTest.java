package org.throughline.erp.embedded;

import org.throughline.database.TestDatabase;
import org.throughline.history.ShipmentsContract;

class DerbyShipmentsTest extends ShipmentsContract {

    DerbyShipmentsTest() {
        super(new EmbeddedHistoryWorld(TestDatabase.derby()));
    }
}
