package org.throughline.endpoint.json;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.throughline.endpoint.common.v1.FromQuery;

/** Fills parameters that are marked {@link FromQuery}. */
@Component
public final class FromQueryResolver implements HandlerMethodArgumentResolver {

    private final JsonRequests requests;

    FromQueryResolver(JsonRequests requests) {
        this.requests = requests;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(FromQuery.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, given) -> values.put(name, Arrays.asList(given)));
        Map<String, String> variables = pathVariables(request);
        for (String mapping : parameter.getParameterAnnotation(FromQuery.class).path()) {
            String[] names = mapping.split("=", 2);
            values.put(names[1], List.of(variables.get(names[0])));
        }
        return requests.bind(values, parameter.getParameterType());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> pathVariables(NativeWebRequest request) {
        Object variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return variables == null ? Map.of() : (Map<String, String>) variables;
    }
}
