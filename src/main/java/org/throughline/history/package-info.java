/**
 * What a customer bought, was invoiced, got delivered and sent back. Purchases are the lines of orders that are not
 * cancelled, whatever else their state. Depends on shared only.
 */
package org.throughline.history;
