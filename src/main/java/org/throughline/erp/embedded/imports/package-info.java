/**
 * Imports real data into the embedded ERP: a first pass checks everything, a second one writes it in chunks, each a
 * transaction that also says how far the import has come.
 */
package org.throughline.erp.embedded.imports;
