/** Requests over SOAP: the envelope, and how the check of the contract is put into CXF. */
package org.throughline.endpoint.soap;
