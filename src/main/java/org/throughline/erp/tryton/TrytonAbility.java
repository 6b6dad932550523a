package org.throughline.erp.tryton;

import java.util.Set;
import org.throughline.shared.Operation;

/**
 * What Tryton can do for an operation of the contract.
 *
 * @param modules that Tryton needs for it, beside {@link TrytonErp#REQUIRED_MODULES}
 * @param how for people: what it is made of, or why it cannot be
 */
record TrytonAbility(Operation operation, boolean supported, Set<String> modules, String how) {

    static TrytonAbility can(Operation operation, String how, String... modules) {
        return new TrytonAbility(operation, true, Set.of(modules), how);
    }

    static TrytonAbility cannot(Operation operation, String why) {
        return new TrytonAbility(operation, false, Set.of(), why);
    }

    /** @param installed the modules of the Tryton that is connected */
    boolean isThereWith(Set<String> installed) {
        return supported && installed.containsAll(modules);
    }
}
