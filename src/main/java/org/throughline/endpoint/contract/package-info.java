/**
 * The contract as data: its types as the schemas have them, and the check of requests against them. SOAP, JSON and query
 * parameters are checked by the same {@link org.throughline.endpoint.contract.RequestCheck}, so that they are refused for
 * the same reasons in the same words.
 */
package org.throughline.endpoint.contract;
