package org.throughline.architecture.broken.history;

import org.throughline.architecture.broken.wire.stock.v1.WireStockV1;

class HistoryUsesWire {

    WireStockV1 used;
}
