package org.throughline.architecture.broken.database;

import org.throughline.architecture.broken.stock.Stock;

class DatabaseUsesStock {

    Stock used;
}
