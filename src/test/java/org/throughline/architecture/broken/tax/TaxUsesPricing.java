package org.throughline.architecture.broken.tax;

import org.throughline.architecture.broken.pricing.Pricing;

class TaxUsesPricing {

    Pricing used;
}
