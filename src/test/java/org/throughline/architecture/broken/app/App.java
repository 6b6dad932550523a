package org.throughline.architecture.broken.app;

/** Good to be used; breaks no rule unless its name says so. */
public class App {}
