package org.throughline.shared;

import static java.util.Objects.requireNonNull;

/**
 * What was promised and what it would be now, both as text: amounts and quantities as plain decimal numbers, days as
 * 2026-11-22, deliveries as "3 on 2026-11-22, 2 on 2026-12-01".
 */
public record Difference(String promised, String now) {

    public Difference {
        requireNonNull(promised, "promised");
        requireNonNull(now, "now");
    }
}
