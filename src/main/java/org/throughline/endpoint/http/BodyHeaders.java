package org.throughline.endpoint.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/** Refuses bodies for what their headers say. */
record BodyHeaders(BodyLimits limits) {

    /** @throws ServiceFault UNSUPPORTED_MEDIA_TYPE or MESSAGE_TOO_LARGE */
    void check(HttpServletRequest request, Binding binding) {
        if (!hasBody(request)) {
            return;
        }
        if (!isAccepted(request, binding)) {
            throw new ServiceFault(ErrorCode.UNSUPPORTED_MEDIA_TYPE.at(""));
        }
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ServiceFault(ErrorCode.UNSUPPORTED_MEDIA_TYPE.at("", "Compressed bodies are not accepted."));
        }
        if (request.getContentLengthLong() > limits.bytes()) {
            throw new ServiceFault(ErrorCode.MESSAGE_TOO_LARGE.at(""));
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isAccepted(HttpServletRequest request, Binding binding) {
        String contentType = request.getContentType();
        if (contentType == null) {
            return false;
        }
        try {
            MimeType type = MimeTypeUtils.parseMimeType(contentType);
            return binding.accepts(type, request.getRequestURI())
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMimeTypeException e) {
            return false;
        }
    }
}
