/**
 * The back office of the embedded ERP over HTTP: JSON under /backoffice, for the people who work with the ERP. It is no
 * part of the facade's contract and uses none of its types.
 *
 * <p>A resource is a {@link org.throughline.erp.embedded.backoffice.BackOfficeResource}; what is posted is a record that
 * reads itself from {@link org.throughline.erp.embedded.backoffice.Fields}; a change is one call of a public class of
 * erp.embedded, which makes it in one transaction; the answer is a view, a record of texts and numbers.
 */
package org.throughline.erp.embedded.backoffice;
