package org.throughline.crash.inside;

import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.throughline.order.Ledger;
import org.throughline.order.Offers;
import org.throughline.order.Orders;
import org.throughline.stock.Reservations;

/**
 * Tells the steps of the ports that an order passes through: before and after each call of a port, of what a port calls
 * back within its transaction, and of each commit to the ERP and the store.
 */
final class WatchedPorts implements BeanPostProcessor {

    private static final List<Class<?>> PORTS = List.of(Ledger.class, Orders.class, Offers.class, Reservations.class);

    private final Steps steps;

    WatchedPorts(Steps steps) {
        this.steps = steps;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof PlatformTransactionManager) {
            return watched(bean, false, call -> commit(call, name.replace("TransactionManager", "")));
        }
        if (Proxy.isProxyClass(bean.getClass())) {
            return bean; // what stands around a port, not the port
        }
        return PORTS.stream()
                .filter(port -> port.isInstance(bean))
                .findFirst()
                .map(port -> watched(bean, true, call -> ported(call, port.getSimpleName())))
                .orElse(bean);
    }

    /** @param asClass whether somebody may ask for the bean by its class */
    private static Object watched(Object bean, boolean asClass, MethodInterceptor watch) {
        ProxyFactory proxies = new ProxyFactory(bean);
        proxies.setProxyTargetClass(asClass && !Modifier.isFinal(bean.getClass().getModifiers()));
        proxies.addAdvice(watch);
        return proxies.getProxy(bean.getClass().getClassLoader());
    }

    private Object commit(MethodInvocation call, String database) throws Throwable {
        return call.getMethod().getName().equals("commit") ? surrounded(call, database + ".commit") : call.proceed();
    }

    private Object ported(MethodInvocation call, String port) throws Throwable {
        if (!call.getMethod().getDeclaringClass().getName().startsWith("org.throughline")) {
            return call.proceed();
        }
        String step = port + "." + call.getMethod().getName();
        Object[] arguments = call.getArguments();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = watchedCallback(arguments[i], step + ".callback");
        }
        return surrounded(call, step);
    }

    private Object surrounded(MethodInvocation call, String step) throws Throwable {
        steps.take(step + ":before");
        Object result = call.proceed();
        steps.take(step + ":after");
        return result;
    }

    @SuppressWarnings("unchecked") // passes on what it gets
    private Object watchedCallback(Object argument, String step) {
        if (argument instanceof UnaryOperator<?> operator) {
            return (UnaryOperator<Object>) value -> called(step, () -> ((UnaryOperator<Object>) operator).apply(value));
        }
        if (argument instanceof Supplier<?> supplier) {
            return (Supplier<Object>) () -> called(step, supplier::get);
        }
        return argument;
    }

    private Object called(String step, Supplier<?> callback) {
        steps.take(step + ":before");
        Object result = callback.get();
        steps.take(step + ":after");
        return result;
    }
}
