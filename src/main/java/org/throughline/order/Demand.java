package org.throughline.order;

/**
 * What a caller asks to be done, with everything that is needed to do it again after a restart. The ledger keeps the
 * components of the record in JSON until the outcome is certain, so a record may get new components that can be null, but
 * must not lose or rename any.
 */
public interface Demand {}
