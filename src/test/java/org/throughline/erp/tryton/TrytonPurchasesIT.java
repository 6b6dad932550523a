package org.throughline.erp.tryton;

import org.junit.jupiter.api.Tag;
import org.throughline.history.PurchasesContract;

@Tag("tryton")
class TrytonPurchasesIT extends PurchasesContract {

    TrytonPurchasesIT() {
        super(new TrytonHistoryWorld());
    }
}
