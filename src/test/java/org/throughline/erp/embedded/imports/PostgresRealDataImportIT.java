package org.throughline.erp.embedded.imports;

import org.throughline.database.TestDatabase;

class PostgresRealDataImportIT extends RealDataImportContract {

    @Override
    TestDatabase open() {
        return TestDatabase.postgres();
    }
}
