package org.throughline.erp.tryton;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.throughline.account.AccountsContract;
import org.throughline.account.AccountsWorld;

@Tag("tryton")
class TrytonAccountsIT extends AccountsContract {

    private static TrytonAccountWorld world;

    @BeforeAll
    static void open() {
        world = new TrytonAccountWorld(TrytonServer.shared());
    }

    @Override
    protected AccountsWorld world() {
        return world;
    }
}
