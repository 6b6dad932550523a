package org.throughline.erp.embedded.imports;

import java.util.List;
import java.util.Map;

/** One reading of a data set. A plan is used for one pass: it remembers what it has seen. */
interface ImportPlan {

    /** In an order in which nothing refers to what comes later. */
    List<ImportStep> steps();

    /** After all steps were read: how many rows of the source became what; may be empty. */
    default Map<String, Long> account() {
        return Map.of();
    }
}
