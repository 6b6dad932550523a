/** Writes many rows into the embedded ERP's tables at once, for the demo data and the imports. */
package org.throughline.erp.embedded.rows;
