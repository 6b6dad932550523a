package org.throughline.erp.faulty;

/** How an ERP fails. */
public enum Fault {
    NONE,
    /** No connection: nothing is read or written. */
    DOWN,
    /** It works, but takes longer than anybody waits. */
    SLOW,
    /** It saves, and then says that it failed. */
    ERROR_AFTER_SAVING,
    /** It saves an order without its last line. */
    DROPS_A_LINE,
    /** It saves an order twice under the same reference. */
    SAVES_TWICE,
    /** It saves an order without computing its totals. */
    TOTALS_AT_ZERO,
    /** It answers an order request with an order of somebody else, although it has saved the right one. */
    ANSWERS_ANOTHER_ORDER,
    /** It answers something that is no order, and has saved none. */
    ANSWERS_NOTHING
}
