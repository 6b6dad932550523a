/**
 * The words that every capability shares: money, quantities, ids, pages, freshness and the catalogue of errors. Plain
 * Java; depends on nothing but the JDK.
 */
package org.throughline.shared;
