package org.throughline.endpoint.contract;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/**
 * A type with elements.
 *
 * @param open whether it takes any elements of other namespaces
 */
public record ComplexType(QName name, String documentation, Map<String, Child> byName, boolean open) {

    static ComplexType of(QName name, String documentation, List<Child> children, boolean open) {
        Map<String, Child> byName = new LinkedHashMap<>();
        children.forEach(child -> byName.put(child.localName(), child));
        return new ComplexType(name, documentation, byName, open);
    }

    /** In the order of the schema. */
    public Collection<Child> children() {
        return byName.values();
    }

    /** Null when the type has no such element. */
    public Child child(String localName) {
        return byName.get(localName);
    }

    /** What the type consists of, for people: a, b (optional), c | d, line (repeated). */
    String order() {
        return children().stream()
                .collect(Collectors.groupingBy(Child::position, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ComplexType::alternatives)
                .collect(Collectors.joining(", "));
    }

    /** Those that stand between two positions and must be there. */
    List<Child> requiredBetween(int after, int before) {
        return children().stream()
                .filter(child -> child.required() && child.position() > after && child.position() < before)
                .toList();
    }

    private static String alternatives(List<Child> children) {
        String names = children.stream().map(Child::localName).collect(Collectors.joining(" or "));
        Child first = children.get(0);
        return names + (first.required() ? "" : " (optional)") + (first.repeated() ? " (repeated)" : "");
    }
}
