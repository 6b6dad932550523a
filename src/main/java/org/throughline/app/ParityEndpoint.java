package org.throughline.app;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.throughline.order.Mismatch;
import org.throughline.order.Mismatches;

/** {@code /actuator/parity}: the latest mismatches between documents that must be equal; an empty list is good news. */
@Endpoint(id = "parity")
class ParityEndpoint {

    private static final int LISTED = 100;

    private final Mismatches mismatches;

    ParityEndpoint(Mismatches mismatches) {
        this.mismatches = mismatches;
    }

    /**
     * @param listed how many mismatches stand here; 100 at most
     * @param mismatches the latest first
     */
    record Report(int listed, List<Mismatch> mismatches) {}

    @ReadOperation
    Report latest() {
        List<Mismatch> latest = mismatches.latest(LISTED);
        return new Report(latest.size(), latest);
    }
}
