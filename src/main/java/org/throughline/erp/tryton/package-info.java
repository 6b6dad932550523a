/**
 * Tryton behind the contract: Tryton's records are read and changed by JSON-RPC over HTTP, with Tryton as it is packaged. What is
 * known of a person, an item or an order is Tryton's; here nothing is kept.
 */
package org.throughline.erp.tryton;
