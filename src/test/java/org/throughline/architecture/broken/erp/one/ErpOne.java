package org.throughline.architecture.broken.erp.one;

/** Good to be used; breaks no rule unless its name says so. */
public class ErpOne {}
