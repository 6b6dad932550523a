package org.throughline.endpoint.common.v1;

/**
 * A SOAP endpoint whose answers may hold documents. It is published at addresses of its own once more, where answers are
 * multipart messages with the documents attached as they are (MTOM); several client stacks cannot read those, so the usual
 * addresses never send them.
 */
public interface SendsDocuments {}
