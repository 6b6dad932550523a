package org.throughline.erp.embedded;

import org.throughline.database.TestDatabase;

class PostgresRandomBasketsIT extends RandomBasketsContract {

    @Override
    TestDatabase open() {
        return TestDatabase.postgres();
    }

    @Override
    int baskets() {
        return Integer.getInteger("baskets", 300);
    }
}
