package org.throughline.architecture.broken.wire.stock.v1;

import org.throughline.architecture.broken.shared.Shared;

class WireUsesShared {

    Shared used;
}
