package org.throughline.erp.embedded;

import org.throughline.database.TestDatabase;
import org.throughline.history.InvoicesContract;

class DerbyInvoicesTest extends InvoicesContract {

    DerbyInvoicesTest() {
        super(new EmbeddedHistoryWorld(TestDatabase.derby()));
    }
}
