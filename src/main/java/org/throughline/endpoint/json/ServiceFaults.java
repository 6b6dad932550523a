package org.throughline.endpoint.json;

import java.util.Optional;
import java.util.stream.Stream;
import org.throughline.shared.ServiceFault;

/** Finds a fault that a library has wrapped into exceptions of its own. */
final class ServiceFaults {

    private static final int DEEPEST_CAUSE = 20;

    private ServiceFaults() {}

    static Optional<ServiceFault> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .filter(ServiceFault.class::isInstance)
                .map(ServiceFault.class::cast)
                .findFirst();
    }
}
