/**
 * What items cost whom, when, and why: prices from lists and agreements, breaks, discounts, promotions and tax. Plain
 * Java; rules are pure functions over data that an ERP provides.
 */
package org.throughline.pricing;
