package org.throughline.architecture.broken.endpoint.stock.v1;

import org.throughline.architecture.broken.store.Store;

class EndpointUsesStore {

    Store used;
}
