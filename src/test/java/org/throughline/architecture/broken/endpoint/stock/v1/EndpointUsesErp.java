package org.throughline.architecture.broken.endpoint.stock.v1;

import org.throughline.architecture.broken.erp.one.ErpOne;

class EndpointUsesErp {

    ErpOne used;
}
