package org.throughline.architecture.broken.account;

/** Good to be used; breaks no rule unless its name says so. */
public class Account {}
