package org.throughline.erp.embedded.imports;

import org.throughline.database.TestDatabase;

class DerbyRealDataImportIT extends RealDataImportContract {

    @Override
    TestDatabase open() {
        return TestDatabase.derby();
    }
}
