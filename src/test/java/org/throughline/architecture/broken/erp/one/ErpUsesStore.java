package org.throughline.architecture.broken.erp.one;

import org.throughline.architecture.broken.store.Store;

class ErpUsesStore {

    Store used;
}
