/**
 * Stands between the service and an ERP that may be down or slow. One decorator serves every port: it bounds how long a call
 * may take, spares an ERP that is known to be down, and answers reads from what is known, as far as the caller's
 * {@link org.throughline.shared.MaxAge} allows.
 */
package org.throughline.erp.resilient;
