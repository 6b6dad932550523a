package org.throughline.architecture.broken.tax;

/** Good to be used; breaks no rule unless its name says so. */
public class Tax {}
