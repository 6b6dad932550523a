package org.throughline.history;

import java.util.Set;

/** How far a return has come. */
public enum ReturnState {
    /** The customer asked for it. */
    REQUESTED,
    /** The customer may send the goods. */
    AUTHORISED,
    /** The goods are back. */
    RECEIVED,
    /** A credit note was made for it. */
    CREDITED,
    REJECTED;

    /** The states that may follow. Goods that came back are either paid for or not; a rejected return stays so. */
    public Set<ReturnState> next() {
        return switch (this) {
            case REQUESTED -> Set.of(AUTHORISED, REJECTED);
            case AUTHORISED -> Set.of(RECEIVED, REJECTED);
            case RECEIVED -> Set.of(CREDITED, REJECTED);
            case CREDITED, REJECTED -> Set.of();
        };
    }
}
