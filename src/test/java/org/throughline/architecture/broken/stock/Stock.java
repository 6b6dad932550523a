package org.throughline.architecture.broken.stock;

/** Good to be used; breaks no rule unless its name says so. */
public class Stock {}
