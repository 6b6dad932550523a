package org.throughline.app;

import java.lang.reflect.Proxy;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/** Stands where a connector has nothing to give: whatever it is asked, the ERP does not support it. */
final class MissingPort {

    private MissingPort() {}

    static <P> P of(Class<P> port, Erp erp) {
        Object missing = Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> "no " + port.getSimpleName();
                    default ->
                        throw new ServiceFault(ErrorCode.NOT_SUPPORTED_BY_ERP.at(
                                "", erp.product() + " has no " + port.getSimpleName() + "."));
                });
        return port.cast(missing);
    }
}
