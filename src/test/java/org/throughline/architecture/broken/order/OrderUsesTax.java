package org.throughline.architecture.broken.order;

import org.throughline.architecture.broken.tax.Tax;

class OrderUsesTax {

    Tax used;
}
