package org.throughline.architecture.broken.endpoint.stock.v1;

import org.throughline.architecture.broken.wire.stock.v2.WireStockV2;

class EndpointUsesAnotherVersion {

    WireStockV2 used;
}
