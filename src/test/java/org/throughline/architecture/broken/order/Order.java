package org.throughline.architecture.broken.order;

/** Good to be used; breaks no rule unless its name says so. */
public class Order {}
