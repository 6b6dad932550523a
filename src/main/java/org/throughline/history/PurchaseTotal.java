package org.throughline.history;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What was bought in one currency over all accounts and items asked for.
 *
 * @param orders number of different orders
 * @param lines number of order lines
 * @param listValue what the lines would have cost at list price
 * @param net sum of the line nets
 */
public record PurchaseTotal(Currency currency, int orders, int lines, BigDecimal listValue, BigDecimal net) {}
