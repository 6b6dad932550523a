/** Writes what any ERP holds into files that can be imported elsewhere. */
package org.throughline.erp.exports;
