package org.throughline.architecture.broken.erp.one;

import org.throughline.architecture.broken.database.Database;

class ErpUsesStockAndDatabase {

    Database used;
}
