package org.throughline.stock;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Goods that are expected to arrive.
 *
 * @param on the day from which they can be delivered
 * @param quantity in the item's base unit
 */
public record Supply(LocalDate on, BigDecimal quantity) {}
