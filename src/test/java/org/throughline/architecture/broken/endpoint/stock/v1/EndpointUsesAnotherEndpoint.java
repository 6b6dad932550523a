package org.throughline.architecture.broken.endpoint.stock.v1;

import org.throughline.architecture.broken.endpoint.order.v1.PublicEndpoint;

class EndpointUsesAnotherEndpoint {

    PublicEndpoint used;
}
