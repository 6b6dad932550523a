package org.throughline.architecture.broken.store;

import org.throughline.architecture.broken.order.Order;

class StoreUsesOrder {

    Order used;
}
