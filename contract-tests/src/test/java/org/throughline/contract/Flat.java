package org.throughline.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/**
 * A message as a table from path to text, so that XML and JSON can be compared: {@code line[2].quantity[0] -> 5}. What
 * stands in an {@code extension} does not count.
 */
final class Flat {

    private static final String EXTENSION = "extension";

    private Flat() {}

    /** The values below the element, whose own name does not count. */
    static Map<String, String> of(Element element) {
        Map<String, String> values = new TreeMap<>();
        add(values, "", element);
        return values;
    }

    static Map<String, String> of(JsonNode node) {
        Map<String, String> values = new TreeMap<>();
        add(values, "", node);
        return values;
    }

    private static void add(Map<String, String> values, String path, Element element) {
        if (Xml.children(element).isEmpty()) {
            values.put(path, element.getTextContent().strip());
            return;
        }
        Map<String, Integer> counts = new HashMap<>();
        for (Element child : Xml.children(element)) {
            String name = child.getLocalName();
            int index = counts.merge(name, 1, Integer::sum) - 1;
            if (!name.equals(EXTENSION)) {
                add(values, join(path, name, index), child);
            }
        }
    }

    private static void add(Map<String, String> values, String path, JsonNode node) {
        if (node.isEmpty()) {
            values.put(path, node.isObject() ? "" : node.asString().strip());
            return;
        }
        node.propertyStream().filter(entry -> !entry.getKey().equals(EXTENSION)).forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isArray()) {
                for (int index = 0; index < value.size(); index++) {
                    add(values, join(path, entry.getKey(), index), value.get(index));
                }
            } else if (!value.isNull()) {
                add(values, join(path, entry.getKey(), 0), value);
            }
        });
    }

    private static String join(String path, String name, int index) {
        return (path.isEmpty() ? "" : path + ".") + name + "[" + index + "]";
    }
}
