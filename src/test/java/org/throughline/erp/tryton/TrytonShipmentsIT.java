package org.throughline.erp.tryton;

import org.junit.jupiter.api.Tag;
import org.throughline.history.ShipmentsContract;

@Tag("tryton")
class TrytonShipmentsIT extends ShipmentsContract {

    TrytonShipmentsIT() {
        super(new TrytonHistoryWorld());
    }
}
