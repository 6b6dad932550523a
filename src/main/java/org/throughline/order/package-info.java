/**
 * Orders: simulated, placed once and only once, read, found and cancelled. The ledger remembers each request and its
 * outcome; the ERP keeps the orders.
 */
package org.throughline.order;
