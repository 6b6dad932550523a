package org.throughline.architecture.broken.pricing;

/** Good to be used; breaks no rule unless its name says so. */
public class Pricing {}
