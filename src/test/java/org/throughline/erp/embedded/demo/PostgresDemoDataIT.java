package org.throughline.erp.embedded.demo;

import org.throughline.database.TestDatabase;

class PostgresDemoDataIT extends DemoDataContract {

    @Override
    TestDatabase open() {
        return TestDatabase.postgres();
    }
}
