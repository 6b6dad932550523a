/** The OpenAPI document: paths come from the REST resources, everything else from the contract's own documentation. */
package org.throughline.endpoint.openapi;
