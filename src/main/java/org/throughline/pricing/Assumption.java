package org.throughline.pricing;

/**
 * Something that a price depends on and that the request left open.
 *
 * @param name the element of the request, or what it stands for: date, currency, shipTo, branch, priceList
 * @param value what was assumed
 */
public record Assumption(String name, String value) {}
