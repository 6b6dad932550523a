package org.throughline.architecture.broken.erp.one;

import org.throughline.architecture.broken.erp.two.ErpTwo;

class ErpUsesAnotherErp {

    ErpTwo used;
}
