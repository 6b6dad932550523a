package org.throughline.architecture.broken.erp.two;

/** Good to be used; breaks no rule unless its name says so. */
public class ErpTwo {}
