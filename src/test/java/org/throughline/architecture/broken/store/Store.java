package org.throughline.architecture.broken.store;

/** Good to be used; breaks no rule unless its name says so. */
public class Store {}
