/** What is decided about a request before anything reads its body, and what is answered when nothing else can. */
package org.throughline.endpoint.http;
