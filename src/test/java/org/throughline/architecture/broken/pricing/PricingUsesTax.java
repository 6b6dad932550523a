package org.throughline.architecture.broken.pricing;

import org.throughline.architecture.broken.tax.Tax;

class PricingUsesTax {

    Tax used;
}
