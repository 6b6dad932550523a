package org.throughline.erp.embedded;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.throughline.database.TestDatabase;

class DerbyCreditsTest extends EmbeddedCreditsContract {

    private static EmbeddedAccountWorld world;

    @BeforeAll
    static void open() {
        world = new EmbeddedAccountWorld(TestDatabase.derby());
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
