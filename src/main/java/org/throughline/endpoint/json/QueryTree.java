package org.throughline.endpoint.json;

import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.throughline.endpoint.contract.Child;
import org.throughline.endpoint.contract.ComplexType;
import org.throughline.endpoint.contract.Contract;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a tree of query parameters: paging.size=10&item=A&item=B becomes {"paging":{"size":"10"},"item":["A","B"]}. Where
 * a parameter gives an element text and another gives it fields, the text stays, and is refused later.
 */
record QueryTree(Contract contract, JsonMapper json) {

    private static final int DEEPEST = 5;

    ObjectNode of(Map<String, List<String>> parameters, ComplexType type) {
        ObjectNode root = json.createObjectNode();
        parameters.forEach((name, values) -> put(root, type, name.split("\\.", DEEPEST), 0, values));
        return root;
    }

    private void put(ObjectNode object, ComplexType type, String[] names, int level, List<String> values) {
        Child child = type == null ? null : type.child(names[level]);
        if (level == names.length - 1) {
            putValues(object, names[level], child, values);
        } else if (object.get(names[level]) == null || object.get(names[level]).isObject()) {
            put(object.withObjectProperty(names[level]), typeOf(child), names, level + 1, values);
        }
    }

    private static void putValues(ObjectNode object, String name, Child child, List<String> values) {
        if (values.size() == 1 && (child == null || !child.repeated())) {
            object.put(name, values.get(0));
        } else {
            ArrayNode array = object.putArray(name);
            values.forEach(array::add);
        }
    }

    private ComplexType typeOf(Child child) {
        QName type = child == null ? null : child.type();
        return type == null ? null : contract.complexType(type);
    }
}
