package org.throughline.architecture.broken.endpoint.stock.v1;

import org.throughline.architecture.broken.endpoint.common.v1.EndpointCommonV1;
import org.throughline.architecture.broken.endpoint.fault.EndpointFault;
import org.throughline.architecture.broken.shared.Shared;
import org.throughline.architecture.broken.stock.Stock;
import org.throughline.architecture.broken.wire.common.v1.WireCommonV1;
import org.throughline.architecture.broken.wire.stock.v1.WireStockV1;

class EndpointAsItShouldBe {

    EndpointCommonV1 common;
    EndpointFault fault;
    Shared shared;
    Stock stock;
    WireCommonV1 wireCommon;
    WireStockV1 wire;
}
