package org.throughline.erp.embedded;

import static java.util.Objects.requireNonNull;

/**
 * Who changes something in the back office.
 *
 * @param who a person, or the name of what acts by itself; at most 120 characters
 * @param why null when nobody has to say it; at most 500 characters
 */
public record By(String who, String why) {

    /** What comes through the facade. */
    static final By FACADE = new By("throughline", null);

    public By {
        requireNonNull(who, "who");
    }
}
