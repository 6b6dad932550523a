/** Requests and answers as JSON: the same types, the same check and the same values as in XML. */
package org.throughline.endpoint.json;
