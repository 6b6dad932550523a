package org.throughline.architecture.broken.database;

/** Good to be used; breaks no rule unless its name says so. */
public class Database {}
