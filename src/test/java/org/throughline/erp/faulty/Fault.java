package org.throughline.erp.faulty;

/** How an ERP fails. */
public enum Fault {
    NONE,
    /** No connection: nothing is read or written. */
    DOWN,
    /** It hangs: nothing is read or written in the time that anybody waits. */
    SLOW,
    /** It works, but the connection breaks while an order is handed over; nothing is saved. */
    BREAKS_BEFORE_SAVING,
    /** It hangs when it is handed an order, and saves it later. */
    SLOW_BEFORE_SAVING,
    /** It saves an order, and then takes longer than anybody waits. */
    SLOW_AFTER_SAVING,
    /** It saves an order, and then says that it failed. */
    ERROR_AFTER_SAVING,
    /** It saves an order without its last line. */
    DROPS_A_LINE,
    /** It saves an order without its last line, and then says that it failed. */
    DROPS_A_LINE_AND_ERROR,
    /** It saves an order without its last line, and does not let it be cancelled. */
    DROPS_A_LINE_FOR_GOOD,
    /** It saves an order twice under the same reference. */
    SAVES_TWICE,
    /** It saves an order without computing its totals. */
    TOTALS_AT_ZERO,
    /** It saves an order, and answers with one of somebody else. */
    ANSWERS_ANOTHER_ORDER,
    /** It says that all is well, and has saved nothing. */
    ANSWERS_WITHOUT_SAVING
}
