package org.throughline.architecture.broken.store;

import org.throughline.architecture.broken.erp.one.ErpOne;

class StoreUsesErp {

    ErpOne used;
}
