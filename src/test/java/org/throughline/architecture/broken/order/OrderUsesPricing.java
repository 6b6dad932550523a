package org.throughline.architecture.broken.order;

import org.throughline.architecture.broken.pricing.Pricing;

class OrderUsesPricing {

    Pricing used;
}
