package org.throughline.architecture.broken.endpoint.order.v1;

/** Good to be used; breaks no rule unless its name says so. */
public class PublicEndpoint {}
