package org.throughline.architecture.broken.endpoint.stock.v1;

import org.throughline.architecture.broken.wire.order.v1.WireOrderV1;

class EndpointUsesAnotherWire {

    WireOrderV1 used;
}
