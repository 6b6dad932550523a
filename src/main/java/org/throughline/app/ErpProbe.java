package org.throughline.app;

/** Asks the ERP whether it is there, for the health page. */
@FunctionalInterface
interface ErpProbe {

    /** Takes seconds at most, and never throws. */
    boolean answers();
}
