package org.throughline.erp.embedded;

import org.throughline.database.TestDatabase;
import org.throughline.history.ReturnsContract;

class DerbyReturnsTest extends ReturnsContract {

    DerbyReturnsTest() {
        super(new EmbeddedHistoryWorld(TestDatabase.derby()));
    }
}
