package org.throughline.architecture.broken.shared;

/** Good to be used; breaks no rule unless its name says so. */
public class Shared {}
