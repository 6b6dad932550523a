package org.throughline.endpoint.openapi;

import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughline.endpoint.contract.Child;
import org.throughline.endpoint.contract.ComplexType;
import org.throughline.endpoint.contract.Contract;

/** A request's fields as parameters of a path, a query or a header. */
record QueryDocumentation(Contract contract, ContractModels models) {

    /** @param variables of the path, and the fields that they fill */
    List<Parameter> all(ComplexType request, Map<String, String> variables) {
        List<Parameter> parameters = variablesAndHeaders(request, variables, Map.of());
        addQuery(parameters, request, "", true, variables);
        return parameters;
    }

    /** @param headers and the fields that they fill */
    List<Parameter> variablesAndHeaders(
            ComplexType request, Map<String, String> variables, Map<String, String> headers) {
        List<Parameter> parameters = new ArrayList<>();
        variables.forEach((name, field) ->
                parameters.add(parameter(find(request, field), name, "path").required(true)));
        headers.forEach((name, field) ->
                parameters.add(parameter(find(request, field), name, "header").required(false)));
        return parameters;
    }

    private void addQuery(
            List<Parameter> parameters,
            ComplexType type,
            String prefix,
            boolean required,
            Map<String, String> variables) {
        for (Child child : type.children()) {
            String name = prefix + child.localName();
            ComplexType inner = contract.complexType(child.type());
            boolean needed = required && child.required() && !child.alternative();
            if (inner == null) {
                if (!variables.containsValue(name)) {
                    parameters.add(parameter(child, name, "query").required(needed));
                }
            } else if (!inner.open() && !child.repeated()) {
                addQuery(parameters, inner, name + ".", needed, variables);
            }
        }
    }

    private Child find(ComplexType type, String field) {
        int dot = field.indexOf('.');
        return dot < 0
                ? type.child(field)
                : find(contract.complexType(type.child(field.substring(0, dot)).type()), field.substring(dot + 1));
    }

    private Parameter parameter(Child child, String name, String in) {
        return new Parameter()
                .name(name)
                .in(in)
                .description(child.documentation().isEmpty() ? null : child.documentation())
                .schema(models.property(child));
    }
}
