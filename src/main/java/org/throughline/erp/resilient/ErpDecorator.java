package org.throughline.erp.resilient;

/** Puts something around the ports of a connector. */
@FunctionalInterface
public interface ErpDecorator {

    /**
     * The same port, decorated.
     *
     * @param port an interface
     */
    <P> P around(Class<P> port, P connector);
}
