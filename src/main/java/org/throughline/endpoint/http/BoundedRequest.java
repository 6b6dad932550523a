package org.throughline.endpoint.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A request whose body is bounded and in UTF-8. */
final class BoundedRequest extends HttpServletRequestWrapper {

    private final BodyLimits limits;
    private BoundedBody body;

    BoundedRequest(HttpServletRequest request, BodyLimits limits) {
        super(request);
        this.limits = limits;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body();
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    BoundedBody body() throws IOException {
        if (body == null) {
            body = new BoundedBody(super.getInputStream(), limits);
        }
        return body;
    }
}
