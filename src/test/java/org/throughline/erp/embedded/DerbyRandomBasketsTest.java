package org.throughline.erp.embedded;

import org.throughline.database.TestDatabase;

class DerbyRandomBasketsTest extends RandomBasketsContract {

    @Override
    TestDatabase open() {
        return TestDatabase.derby();
    }

    @Override
    int baskets() {
        return Integer.getInteger("baskets", 300);
    }
}
