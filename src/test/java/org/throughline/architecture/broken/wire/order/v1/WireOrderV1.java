package org.throughline.architecture.broken.wire.order.v1;

/** Good to be used; breaks no rule unless its name says so. */
public class WireOrderV1 {}
