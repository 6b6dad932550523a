package org.throughline.erp.resilient;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.throughline.shared.Answer;
import org.throughline.shared.Asks;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Unhurried;

/**
 * Makes the ports of one ERP bear that it is down or slow. What each method does then follows from its form: one that takes a
 * {@link MaxAge} answers from what is known, flagged as degraded, where that is young enough, and else that the ERP
 * is unavailable; where the policy says so, it does not even ask while what is known is fresh; one that is marked with {@link Asks} answers that it is unavailable; any other says whether it is certain that
 * nothing was changed.
 */
public final class ResilientErp implements ErpDecorator, AutoCloseable {

    /** The states of {@link #circuit()}. */
    public static final List<String> CIRCUITS = List.of("CLOSED", "OPEN", "HALF_OPEN");

    private final Guard guard;
    private final Known known;
    private final LongAdder degraded = new LongAdder();

    /** @param name of the ERP, for logs and metrics */
    public ResilientErp(String name, ResiliencePolicy policy, Clock clock) {
        this.guard = new Guard(name, policy);
        this.known = new Known(policy.degradedFor(), policy.freshFor(), policy.memoryBytes(), clock);
    }

    @Override
    public <P> P around(Class<P> port, P connector) {
        Map<Method, Optional<Reading>> readings = new HashMap<>();
        for (Method method : port.getMethods()) {
            readings.put(method, Reading.of(method));
        }
        InvocationHandler handler = (proxy, method, arguments) -> readings.containsKey(method)
                ? invoke(readings.get(method), method, arguments, call(connector, method, arguments))
                : asObject(proxy, connector, method, arguments);
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    /** Whether calls reach the ERP; one of {@link #CIRCUITS}: CLOSED when they do, OPEN when it is left alone, HALF_OPEN while it is tried again. */
    public String circuit() {
        return guard.state().name();
    }

    /** How many answers were given from what was known. */
    public long degradedAnswers() {
        return degraded.sum();
    }

    private Object invoke(Optional<Reading> reading, Method method, Object[] arguments, Callable<Object> call)
            throws Exception {
        if (reading.isPresent()) {
            return read(Question.of(reading.get(), arguments), (MaxAge) arguments[arguments.length - 1], call);
        }
        return method.isAnnotationPresent(Asks.class)
                ? guard.ask(call)
                : change(call, method.getDeclaringClass().isAnnotationPresent(Unhurried.class));
    }

    private Object change(Callable<Object> call, boolean unhurried) throws Exception {
        try {
            return guard.change(call, unhurried);
        } finally {
            known.isChanged();
        }
    }

    private Answer<?> read(Question question, MaxAge maxAge, Callable<Object> call) throws Exception {
        Optional<Answer<?>> fresh = known.fresh(question, maxAge);
        return fresh.isPresent() ? fresh.get() : ask(question, maxAge, call);
    }

    private Answer<?> ask(Question question, MaxAge maxAge, Callable<Object> call) throws Exception {
        try {
            Answer<?> answer = (Answer<?>) guard.ask(call);
            known.remember(question, answer);
            return answer;
        } catch (ServiceFault fault) {
            if (fault.code() != ErrorCode.ERP_UNAVAILABLE) {
                throw fault;
            }
            Answer<?> answer = known.degraded(question, maxAge).orElseThrow(() -> fault);
            degraded.increment();
            return answer;
        }
    }

    /** equals, hashCode and toString. */
    private static Object asObject(Object proxy, Object connector, Method method, Object[] arguments) throws Exception {
        return method.getName().equals("equals")
                ? proxy == arguments[0]
                : call(connector, method, arguments).call();
    }

    private static Callable<Object> call(Object connector, Method method, Object[] arguments) {
        return () -> {
            try {
                return method.invoke(connector, arguments);
            } catch (InvocationTargetException thrown) {
                if (thrown.getCause() instanceof Error error) {
                    throw error;
                }
                throw (Exception) thrown.getCause();
            }
        };
    }

    @Override
    public void close() {
        guard.close();
    }
}
