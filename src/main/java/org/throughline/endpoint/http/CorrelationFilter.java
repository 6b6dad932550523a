package org.throughline.endpoint.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughline.endpoint.fault.CorrelationId;

/** Gives each request its correlation id, and tells the caller. */
public final class CorrelationFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(CorrelationId.HEADER, CorrelationId.begin(request.getHeader(CorrelationId.HEADER)));
        try {
            chain.doFilter(request, response);
        } finally {
            CorrelationId.end();
        }
    }
}
