package org.throughline.erp.resilient;

import java.lang.reflect.Method;
import java.util.List;

/** A method and the arguments that all keys of a question share. It is hashed once, however many keys there are. */
final class Scope {

    private final Method method;
    private final List<Object> arguments;
    private final int hash;

    Scope(Method method, List<Object> arguments) {
        this.method = method;
        this.arguments = arguments;
        this.hash = 31 * method.hashCode() + arguments.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Scope that
                        && hash == that.hash
                        && method.equals(that.method)
                        && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
