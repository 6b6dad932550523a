/**
 * Remembers what an ERP said. Each class decorates a port: it keeps immutable answers in the heap for a while, honours how
 * old an answer may be for the caller, and says how old it is.
 */
package org.throughline.erp.cache;
