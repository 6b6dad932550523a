package org.throughline.erp.faulty;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessResourceFailureException;
import org.throughline.erp.resilient.ErpDecorator;
import org.throughline.order.Orders;

/** Puts itself around the ports of a connector and makes them fail as it is told. */
public final class FaultyErp implements ErpDecorator {

    private static final long LONGER_THAN_A_TEST_SECONDS = 600;

    private volatile Fault fault = Fault.NONE;
    private volatile CountDownLatch repaired = new CountDownLatch(0);

    /** From now on, on all ports. */
    public synchronized void fails(Fault other) {
        repaired.countDown();
        repaired = new CountDownLatch(other == Fault.NONE ? 0 : 1);
        fault = other;
    }

    Fault fault() {
        return fault;
    }

    @Override
    public <P> P around(Class<P> port, P connector) {
        P sane = port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, failing(connector)));
        return sane instanceof Orders orders ? port.cast(new FaultyOrders(orders, this)) : sane;
    }

    private InvocationHandler failing(Object connector) {
        return (proxy, method, arguments) -> {
            if (fault == Fault.DOWN) {
                throw new DataAccessResourceFailureException("connection refused");
            }
            if (fault == Fault.SLOW) {
                hang();
            }
            try {
                return method.invoke(connector, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        };
    }

    /** Until the ERP is repaired. */
    void hang() {
        try {
            if (!repaired.await(LONGER_THAN_A_TEST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the test has not repaired what it broke");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
