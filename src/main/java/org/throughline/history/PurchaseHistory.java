package org.throughline.history;

import java.util.List;
import org.throughline.shared.Page;

/**
 * A page of purchases, by item or by line.
 *
 * @param totals over the whole list, per currency in alphabetical order; null when they were not asked for
 */
public record PurchaseHistory<T>(Page<T> page, List<PurchaseTotal> totals) {}
