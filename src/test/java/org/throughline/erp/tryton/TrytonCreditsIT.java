package org.throughline.erp.tryton;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.throughline.account.AccountWorld;
import org.throughline.account.CreditsContract;

@Tag("tryton")
class TrytonCreditsIT extends CreditsContract {

    private static TrytonServer server;
    private static TrytonAccountWorld world;

    @BeforeAll
    static void open() {
        server = TrytonServer.fresh();
        world = new TrytonAccountWorld(server);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Override
    protected AccountWorld world() {
        return world;
    }
}
