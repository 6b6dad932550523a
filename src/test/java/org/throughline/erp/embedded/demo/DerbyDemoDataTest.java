package org.throughline.erp.embedded.demo;

import org.throughline.database.TestDatabase;

class DerbyDemoDataTest extends DemoDataContract {

    @Override
    TestDatabase open() {
        return TestDatabase.derby();
    }
}
