package org.throughline.erp.embedded.imports;

import java.util.List;
import java.util.Map;

/**
 * What came of an import.
 *
 * @param outcome whether anything was written
 * @param right how many right things each step found, in the order of the steps
 * @param written how many of them this run wrote: those that were there already and those of an earlier run are not
 *     counted
 * @param wrongRows how many rows were wrong
 * @param problems the first 1,000 of them
 * @param sourceRows what became of the source's rows, by category; empty when the format has no categories
 */
public record ImportReport(
        Outcome outcome,
        Map<String, Long> right,
        Map<String, Long> written,
        long wrongRows,
        List<Problem> problems,
        Map<String, Long> sourceRows) {

    /** How it ended. */
    public enum Outcome {
        /** All that is right is in the ERP; that may be all. */
        IMPORTED,
        /** The same data was imported before; nothing was done. */
        ALREADY_IMPORTED,
        /** Rows are wrong, and nothing was imported. */
        REFUSED
    }
}
