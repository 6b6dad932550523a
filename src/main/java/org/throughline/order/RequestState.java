package org.throughline.order;

import java.util.EnumSet;
import java.util.Set;

/** How far a request has come, and where it can go from there. The names are kept for years: never rename one. */
public enum RequestState {
    /** Written down; the ERP was not asked to do it yet, or said for certain that it has not done it. */
    RECEIVED,
    /** Being handed to the ERP; after a crash it is not known how that ended. */
    SUBMITTING,
    /** The ERP did not say how the handing over ended. */
    UNKNOWN,
    /** Done, and what came of it can be worked on. */
    CONFIRMED,
    /** Done, and what came of it waits for a release. */
    HELD,
    /** Nothing came of it, for reasons that a repetition does not change. */
    REFUSED;

    /**
     * The states that a request can go to by one step of a worker. Doubt ends only with an outcome, or with handing over
     * anew after the ERP was asked.
     */
    public Set<RequestState> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(RECEIVED, SUBMITTING, REFUSED);
            case SUBMITTING -> EnumSet.of(SUBMITTING, CONFIRMED, HELD, REFUSED, UNKNOWN, RECEIVED);
            case UNKNOWN -> EnumSet.of(SUBMITTING, CONFIRMED, HELD, REFUSED, UNKNOWN);
            case CONFIRMED, HELD, REFUSED -> EnumSet.noneOf(RequestState.class);
        };
    }

    /** The states that a request can come from to this one. */
    public Set<RequestState> previous() {
        Set<RequestState> previous = EnumSet.allOf(RequestState.class);
        previous.removeIf(state -> !state.next().contains(this));
        return previous;
    }

    /** Whether the outcome is certain and stays the same. */
    public boolean isFinal() {
        return next().isEmpty();
    }

    /** Whether the ERP may have done it without our knowing. */
    public boolean isDoubtful() {
        return this == SUBMITTING || this == UNKNOWN;
    }
}
