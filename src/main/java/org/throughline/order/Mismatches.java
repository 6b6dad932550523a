package org.throughline.order;

import java.util.List;
import java.util.Optional;

/** What was found unequal, for administrators; and how far invoices were compared. */
public interface Mismatches {

    void add(List<Mismatch> found);

    /** The latest first. */
    List<Mismatch> latest(int max);

    /** Up to where the invoices of a dataset were compared; empty when they never were. */
    Optional<String> position(String dataset);

    /**
     * Goes on to another position and adds what was found on the way, both or neither.
     *
     * @param from as {@link #position} gave it; null for none
     * @return false when somebody else went on meanwhile: nothing was added then
     */
    boolean moveOn(String dataset, String from, String to, List<Mismatch> found);
}
