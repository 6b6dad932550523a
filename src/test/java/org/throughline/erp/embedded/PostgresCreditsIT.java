package org.throughline.erp.embedded;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.throughline.database.TestDatabase;

class PostgresCreditsIT extends EmbeddedCreditsContract {

    private static EmbeddedAccountWorld world;

    @BeforeAll
    static void open() {
        world = new EmbeddedAccountWorld(TestDatabase.postgres());
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Override
    protected EmbeddedAccountWorld world() {
        return world;
    }
}
