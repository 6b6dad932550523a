package org.throughline.contract;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.javacrumbs.jsonunit.core.ParametrizedMatcher;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Compares a JSON answer with the expected one: every member counts, their order does not. */
final class JsonComparison {

    private final List<Placeholder> placeholders = new ArrayList<>();
    private final Variables variables;

    private JsonComparison(Variables variables) {
        this.variables = variables;
    }

    static void check(JsonNode expected, Reply reply, Variables variables) {
        JsonComparison comparison = new JsonComparison(variables);
        String translated = Json.text(comparison.translate(expected));
        assertThatJson(Json.parse(reply.body()))
                .as("body of %s", reply)
                .withMatcher("placeholder", comparison.new Matching())
                .isEqualTo(translated);
    }

    /** Puts each placeholder into the form that the comparing library knows. */
    private JsonNode translate(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.propertyStream().forEach(entry -> copy.set(entry.getKey(), translate(entry.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(translate(element)));
            return copy;
        }
        return node.isString()
                ? Placeholder.parse(node.asString()).map(this::reference).orElse(node)
                : node;
    }

    private JsonNode reference(Placeholder placeholder) {
        placeholders.add(placeholder);
        return StringNode.valueOf("${json-unit.matches:placeholder}" + (placeholders.size() - 1));
    }

    private final class Matching extends BaseMatcher<Object> implements ParametrizedMatcher {

        private Placeholder wanted;

        @Override
        public void setParameter(String parameter) {
            wanted = placeholders.get(Integer.parseInt(parameter));
        }

        @Override
        public boolean matches(Object actual) {
            return wanted.matches(Objects.toString(actual, null), value -> variables.set(wanted.argument(), value));
        }

        @Override
        public void describeTo(Description description) {
            description.appendText(wanted.toString());
        }
    }
}
