package org.throughline.endpoint.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughline.endpoint.fault.FaultTranslator;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/**
 * Stands before SOAP and REST: refuses what need not be read, bounds what is, and answers in the caller's own form when
 * something gets past everybody else.
 */
public final class RequestGuard extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestGuard.class);

    private final Function<String, BodyLimits> limits;
    private final SoapAddresses addresses;

    /** @param limits of the bodies that are sent to a path */
    public RequestGuard(Function<String, BodyLimits> limits, SoapAddresses addresses) {
        this.limits = limits;
        this.addresses = addresses;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        Binding binding = Binding.of(request.getRequestURI(), request.getContentType());
        BodyLimits allowed = limits.apply(request.getRequestURI());
        BoundedRequest bounded = new BoundedRequest(request, allowed);
        try {
            if (binding != Binding.REST) {
                addresses.check(request);
            }
            new BodyHeaders(allowed).check(request, binding);
            chain.doFilter(bounded, response);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            answer(FaultTranslator.translate(e), binding, bounded, response);
        }
        drain(bounded);
    }

    private static void answer(
            ServiceFault fault, Binding binding, BoundedRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            LOG.warn("the answer had begun when {} happened", fault.code());
            return;
        }
        response.resetBuffer();
        if (fault.code() == ErrorCode.METHOD_NOT_ALLOWED && binding != Binding.REST) {
            response.setHeader("Allow", "POST");
        }
        if (request.getHeader("Expect") == null) {
            drain(request);
        } else {
            response.setHeader("Connection", "close");
        }
        binding.write(fault, response);
    }

    /** A caller who is still sending when he is answered sees a broken connection instead of the answer. */
    private static void drain(BoundedRequest request) throws IOException {
        try {
            request.body().drain();
        } catch (ServiceFault fault) {
            LOG.debug("the rest of a body was not read: {}", fault.code());
        }
    }
}
