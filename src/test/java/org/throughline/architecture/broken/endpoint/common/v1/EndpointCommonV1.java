package org.throughline.architecture.broken.endpoint.common.v1;

/** Good to be used; breaks no rule unless its name says so. */
public class EndpointCommonV1 {}
