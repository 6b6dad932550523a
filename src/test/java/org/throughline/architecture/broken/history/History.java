package org.throughline.architecture.broken.history;

/** Good to be used; breaks no rule unless its name says so. */
public class History {}
