package org.throughline.architecture.broken.wire.common.v1;

/** Good to be used; breaks no rule unless its name says so. */
public class WireCommonV1 {}
