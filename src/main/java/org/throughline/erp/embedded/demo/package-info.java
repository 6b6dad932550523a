/**
 * The demo data of the embedded ERP: a wholesaler of workshop supplies with a British and a German branch. Everything
 * is computed from a fixed seed and fixed dates, so that every installation shows the same.
 */
package org.throughline.erp.embedded.demo;
