package org.throughline.architecture.broken.wire.stock.v1;

/** Good to be used; breaks no rule unless its name says so. */
public class WireStockV1 {}
