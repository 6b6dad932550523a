package org.throughline.architecture.broken.pricing;

import org.throughline.architecture.broken.stock.Stock;

class PricingUsesStock {

    Stock used;
}
