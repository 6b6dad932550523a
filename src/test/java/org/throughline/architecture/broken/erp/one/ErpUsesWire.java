package org.throughline.architecture.broken.erp.one;

import org.throughline.architecture.broken.wire.stock.v1.WireStockV1;

class ErpUsesWire {

    WireStockV1 used;
}
