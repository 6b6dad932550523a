package org.throughline.erp.embedded;

import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.throughline.database.TestDatabase;
import org.throughline.tax.TaxRules;
import org.throughline.tax.TaxRulesContract;

class PostgresTaxRulesIT extends TaxRulesContract {

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.postgres();
        PricingRows.insertInto(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected TaxRules taxRules() {
        return new EmbeddedTaxRules(database.erp(), Clock.systemUTC());
    }
}
