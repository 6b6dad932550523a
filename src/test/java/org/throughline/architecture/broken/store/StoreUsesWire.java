package org.throughline.architecture.broken.store;

import org.throughline.architecture.broken.wire.stock.v1.WireStockV1;

class StoreUsesWire {

    WireStockV1 used;
}
