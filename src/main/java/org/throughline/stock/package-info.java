/**
 * Items, their units, how much of them there is and what can be promised when. Plain Java; depends on nothing but
 * {@code shared}.
 */
package org.throughline.stock;
