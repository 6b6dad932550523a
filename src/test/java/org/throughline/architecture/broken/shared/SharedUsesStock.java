package org.throughline.architecture.broken.shared;

import org.throughline.architecture.broken.stock.Stock;

class SharedUsesStock {

    Stock used;
}
