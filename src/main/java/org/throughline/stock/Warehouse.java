package org.throughline.stock;

/** A place that stock is kept in and delivered from. */
public record Warehouse(String code, String name) {}
