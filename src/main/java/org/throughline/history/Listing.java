package org.throughline.history;

import org.throughline.shared.Page;

/**
 * A page of a list, and what the whole list comes to.
 *
 * @param totals over everything that the filter lets through; null when they were not asked for
 */
public record Listing<E, T>(Page<E> page, T totals) {}
