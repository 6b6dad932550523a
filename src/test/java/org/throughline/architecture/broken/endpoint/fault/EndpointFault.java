package org.throughline.architecture.broken.endpoint.fault;

/** Good to be used; breaks no rule unless its name says so. */
public class EndpointFault {}
