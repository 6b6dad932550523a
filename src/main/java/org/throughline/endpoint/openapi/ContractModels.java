package org.throughline.endpoint.openapi;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.springframework.stereotype.Component;
import org.throughline.endpoint.contract.Child;
import org.throughline.endpoint.contract.ComplexType;
import org.throughline.endpoint.contract.Contract;
import org.throughline.endpoint.contract.SimpleType;

/** The contract's types as OpenAPI schemas. */
@Component
class ContractModels {

    private static final String REFERENCE = "#/components/schemas/";
    private static final String DECIMAL = "^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)$";

    private final Contract contract;

    ContractModels(Contract contract) {
        this.contract = contract;
    }

    /** Every type that can stand in JSON, by its name there. */
    Map<String, Schema<?>> all() {
        Map<String, Schema<?>> models = new TreeMap<>();
        contract.complexTypes().stream()
                .filter(type -> !contract.isWrapper(type))
                .forEach(type -> models.put(nameOf(type.name()), model(type)));
        return models;
    }

    static Schema<?> reference(QName type) {
        return new Schema<>().$ref(REFERENCE + nameOf(type));
    }

    /** Such as pricing.PriceQuery. */
    static String nameOf(QName type) {
        return type.getNamespaceURI().split(":")[2] + "." + type.getLocalPart();
    }

    Schema<?> property(Child child) {
        Schema<?> one = contract.complexType(child.type()) == null
                ? text(contract.simpleType(child.type()), child.documentation())
                : reference(child.type());
        return child.repeated() ? new ArraySchema().items(one).description(child.documentation()) : one;
    }

    private Schema<?> model(ComplexType type) {
        Schema<Object> model = new Schema<>();
        model.type("object").description(type.documentation()).additionalProperties(type.open());
        type.children().forEach(child -> model.addProperty(child.localName(), property(child)));
        model.required(type.children().stream()
                .filter(child -> child.required() && !child.alternative())
                .map(Child::localName)
                .toList());
        return model;
    }

    private static Schema<?> text(SimpleType type, String documentation) {
        Schema<Object> schema = new Schema<>();
        schema.type(jsonType(type.primitive())).description(description(type, documentation));
        switch (type.primitive()) {
            case "decimal" -> schema.format("decimal").pattern(DECIMAL);
            case "int" -> schema.format("int32");
            case "date" -> schema.format("date");
            case "dateTime" -> schema.format("date-time");
            case "base64Binary" -> schema.format("byte");
            default -> type.facets().forEach((facet, value) -> restrict(schema, facet, value));
        }
        type.facets().forEach((facet, value) -> limit(schema, facet, value));
        if (!type.values().isEmpty()) {
            schema.setEnum(
                    type.values().keySet().stream().map(Object.class::cast).toList());
        }
        return schema;
    }

    private static String jsonType(String primitive) {
        return switch (primitive) {
            case "int" -> "integer";
            case "boolean" -> "boolean";
            default -> "string";
        };
    }

    private static void restrict(Schema<?> schema, String facet, String value) {
        switch (facet) {
            case "minLength" -> schema.minLength(Integer.valueOf(value));
            case "maxLength" -> schema.maxLength(Integer.valueOf(value));
            case "pattern" -> schema.pattern("^" + value + "$");
            default -> throw new IllegalStateException("unexpected restriction " + facet + " of text");
        }
    }

    private static void limit(Schema<?> schema, String facet, String value) {
        if (schema.getType().equals("integer")) {
            switch (facet) {
                case "minInclusive" -> schema.minimum(new BigDecimal(value));
                case "maxInclusive" -> schema.maximum(new BigDecimal(value));
                default -> throw new IllegalStateException("unexpected restriction " + facet + " of a number");
            }
        }
    }

    private static String description(SimpleType type, String documentation) {
        String own = documentation.isEmpty() ? type.documentation() : documentation;
        if (type.values().isEmpty()) {
            return own;
        }
        return own
                + type.values().entrySet().stream()
                        .map(value -> "\n- " + value.getKey() + ": " + value.getValue())
                        .collect(Collectors.joining());
    }
}
