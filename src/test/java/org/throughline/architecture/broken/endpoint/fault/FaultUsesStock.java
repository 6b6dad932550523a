package org.throughline.architecture.broken.endpoint.fault;

import org.throughline.architecture.broken.stock.Stock;

class FaultUsesStock {

    Stock used;
}
