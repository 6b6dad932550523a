/** A connector that fails as ERPs are known to fail; switched at run time. */
package org.throughline.erp.faulty;
