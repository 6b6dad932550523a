package org.throughline.shared;

import java.util.EnumSet;
import java.util.Set;

/** What an ERP can do. What it cannot is answered with NOT_SUPPORTED_BY_ERP and never faked. */
public record Capabilities(Set<Operation> supported) {

    private static final Capabilities ALL = new Capabilities(EnumSet.allOf(Operation.class));

    public Capabilities {
        supported = Set.copyOf(supported);
    }

    public static Capabilities all() {
        return ALL;
    }

    public static Capabilities allBut(Operation first, Operation... more) {
        return new Capabilities(EnumSet.complementOf(EnumSet.of(first, more)));
    }

    public boolean supports(Operation operation) {
        return supported.contains(operation);
    }
}
