package org.throughline.endpoint.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/**
 * Refuses SOAP calls to addresses that are none, and HTTP methods that mean nothing there.
 *
 * @param base what all their paths start with
 * @param paths of the endpoints without the base, such as /account/v1/soap11
 */
public record SoapAddresses(String base, Supplier<Set<String>> paths) {

    /** @throws ServiceFault UNKNOWN_ADDRESS or METHOD_NOT_ALLOWED */
    void check(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!path.startsWith(base) || !paths.get().contains(path.substring(base.length()))) {
            throw new ServiceFault(ErrorCode.UNKNOWN_ADDRESS.at(""));
        }
        boolean reads = request.getMethod().equals("GET") && asksForContract(request.getQueryString());
        if (!reads && !request.getMethod().equals("POST")) {
            throw new ServiceFault(ErrorCode.METHOD_NOT_ALLOWED.at(""));
        }
    }

    private static boolean asksForContract(String query) {
        return query != null && query.matches("(?i)(wsdl|xsd)(=[^&]*)?");
    }
}
