/**
 * Tax of a document as EN 16931 computes it, and which category and rate a supply has. Plain Java: pure functions over
 * dated rules that an ERP provides.
 */
package org.throughline.tax;
