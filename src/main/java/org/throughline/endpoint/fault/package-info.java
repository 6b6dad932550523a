/** From failures to what a caller is told: one translation, two renderings (SOAP fault, HTTP problem). */
package org.throughline.endpoint.fault;
