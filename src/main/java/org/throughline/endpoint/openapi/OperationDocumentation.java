package org.throughline.endpoint.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.throughline.endpoint.common.v1.FromBody;
import org.throughline.endpoint.common.v1.FromQuery;
import org.throughline.endpoint.contract.ComplexType;
import org.throughline.endpoint.contract.Contract;

/** Describes a REST method by the operation of the contract whose request it takes. */
@Component
class OperationDocumentation implements GlobalOperationCustomizer {

    private static final String JSON = "application/json";

    private final Contract contract;
    private final QueryDocumentation queries;

    OperationDocumentation(Contract contract, ContractModels models) {
        this.contract = contract;
        this.queries = new QueryDocumentation(contract, models);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        String capability = capability(method);
        operation.tags(List.of(capability));
        operation.operationId(capability + "." + method.getMethod().getName());
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (isRequest(parameter)) {
                describe(operation, parameter, contract.complexType(Contract.typeName(parameter.getParameterType())));
            }
        }
        operation.getResponses().addApiResponse("default", ProblemModel.response());
        return operation;
    }

    private void describe(Operation operation, MethodParameter parameter, ComplexType request) {
        String documentation = contract.documentationOf(contract.operationTaking(request));
        operation.description(documentation);
        operation.summary(documentation.split("(?<=\\.)\\s", 2)[0]);
        FromQuery query = parameter.getParameterAnnotation(FromQuery.class);
        FromBody body = parameter.getParameterAnnotation(FromBody.class);
        if (query != null) {
            operation.requestBody(null);
            operation.parameters(queries.all(request, variables(query.path())));
        } else {
            operation.requestBody(new RequestBody()
                    .required(true)
                    .content(new Content()
                            .addMediaType(JSON, new MediaType().schema(ContractModels.reference(request.name())))));
            operation.parameters(
                    body == null ? null : queries.variablesAndHeaders(request, variables(body.path()), headers(body)));
        }
    }

    private static boolean isRequest(MethodParameter parameter) {
        return parameter.getParameterType().getName().startsWith("org.throughline.wire.");
    }

    private static String capability(HandlerMethod method) {
        String[] packages = method.getBeanType().getPackageName().split("\\.");
        return packages[packages.length - 2];
    }

    private static Map<String, String> variables(String[] mappings) {
        Map<String, String> variables = new LinkedHashMap<>();
        Arrays.stream(mappings).map(mapping -> mapping.split("=", 2)).forEach(pair -> variables.put(pair[0], pair[1]));
        return variables;
    }

    private static Map<String, String> headers(FromBody body) {
        Map<String, String> headers = new LinkedHashMap<>();
        Optional.of(body.idempotencyKey()).filter(f -> !f.isEmpty()).ifPresent(f -> headers.put("Idempotency-Key", f));
        Optional.of(body.ifMatch()).filter(f -> !f.isEmpty()).ifPresent(f -> headers.put("If-Match", f));
        return headers;
    }
}
