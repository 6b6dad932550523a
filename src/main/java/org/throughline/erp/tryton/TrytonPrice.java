package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.util.List;

/**
 * What Tryton has said of a line.
 *
 * @param unitPrice for one of the line's unit, without tax, rounded to the decimals that Tryton keeps; null when there is no
 *     price
 * @param taxes ids of the taxes that the line has for its buyer and place
 */
record TrytonPrice(BigDecimal unitPrice, List<Long> taxes) {}
