package org.throughline.endpoint.json;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.throughline.endpoint.common.v1.FromBody;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Fills parameters that are marked {@link FromBody}. */
@Component
public final class FromBodyResolver implements HandlerMethodArgumentResolver {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonRequests requests;

    FromBodyResolver(JsonRequests requests) {
        this.requests = requests;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(FromBody.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders)
            throws IOException, HttpMediaTypeNotSupportedException {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        requireJson(http);
        Map<String, JsonNode> known = known(parameter.getParameterAnnotation(FromBody.class), http);
        return requests.read(http.getInputStream(), known, parameter.getParameterType());
    }

    /** A request without a body need not say what the body would be. */
    private static void requireJson(HttpServletRequest http) throws HttpMediaTypeNotSupportedException {
        boolean hasBody = http.getContentLengthLong() > 0 || http.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (http.getContentType() == null ? hasBody : !isJson(http.getContentType())) {
            throw new HttpMediaTypeNotSupportedException(http.getContentType(), List.of(MediaType.APPLICATION_JSON));
        }
    }

    private static boolean isJson(String contentType) throws HttpMediaTypeNotSupportedException {
        try {
            return MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType));
        } catch (org.springframework.http.InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotSupportedException(e.getMessage());
        }
    }

    private static Map<String, JsonNode> known(FromBody wanted, HttpServletRequest http) {
        Map<String, JsonNode> known = new LinkedHashMap<>();
        Map<String, String> variables = pathVariables(http);
        for (String mapping : wanted.path()) {
            String[] names = mapping.split("=", 2);
            known.put(names[1], NODES.stringNode(variables.get(names[0])));
        }
        putHeader(known, wanted.idempotencyKey(), http.getHeader("Idempotency-Key"), false);
        putHeader(known, wanted.ifMatch(), http.getHeader(HttpHeaders.IF_MATCH), true);
        return known;
    }

    private static void putHeader(Map<String, JsonNode> known, String field, String value, boolean isVersion) {
        if (!field.isEmpty() && value != null) {
            known.put(field, isVersion ? NODES.numberNode(version(value)) : NODES.stringNode(unquoted(value)));
        }
    }

    private static int version(String ifMatch) {
        try {
            return Integer.parseInt(unquoted(ifMatch));
        } catch (NumberFormatException e) {
            throw new ServiceFault(
                    ErrorCode.INVALID_VALUE
                            .at("If-Match", "The header is not an ETag of this resource.")
                            .withRemedy(Remedy.of("Send the ETag that came with the resource.")),
                    e);
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> pathVariables(HttpServletRequest http) {
        Object variables = http.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : (Map<String, String>) variables;
    }
}
