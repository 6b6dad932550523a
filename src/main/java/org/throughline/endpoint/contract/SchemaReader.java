package org.throughline.endpoint.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads the types of one schema file. It knows the constructs that this contract allows itself, and fails on any other,
 * so that nothing is silently left out.
 */
final class SchemaReader {

    private static final String XS = "http://www.w3.org/2001/XMLSchema";

    private final Element schema;
    private final String namespace;

    SchemaReader(Element schema) {
        this.schema = schema;
        this.namespace = schema.getAttribute("targetNamespace");
    }

    String namespace() {
        return namespace;
    }

    String version() {
        return schema.getAttribute("version");
    }

    String documentation() {
        return documentation(schema);
    }

    /** Global elements and their types. */
    Map<QName, QName> elements() {
        Map<QName, QName> elements = new LinkedHashMap<>();
        children(schema, "element")
                .forEach(element -> elements.put(nameOf(element), typeName(element, element.getAttribute("type"))));
        return elements;
    }

    List<ComplexType> complexTypes() {
        return children(schema, "complexType").stream().map(this::complexType).toList();
    }

    /** Types that restrict types of this contract hold only what they add; see {@link Contract}. */
    List<Restriction> simpleTypes() {
        return children(schema, "simpleType").stream().map(this::restriction).toList();
    }

    /** A simple type as it is written: its base may be one of this contract. */
    record Restriction(
            QName name, String documentation, QName base, Map<String, String> facets, Map<String, String> values) {}

    private ComplexType complexType(Element type) {
        List<Child> found = new ArrayList<>();
        boolean open = false;
        int position = 0;
        for (Element sequence : children(type, "sequence")) {
            for (Element particle : children(sequence)) {
                position++;
                switch (particle.getLocalName()) {
                    case "element" -> found.add(child(particle, position, isRequired(particle), false));
                    case "choice" -> found.addAll(alternatives(particle, position));
                    case "any" -> open = true;
                    default -> throw unexpected(particle);
                }
            }
        }
        return ComplexType.of(nameOf(type), documentation(type), found, open);
    }

    private List<Child> alternatives(Element choice, int position) {
        if (choice.hasAttribute("maxOccurs")) {
            throw unexpected(choice);
        }
        return children(choice, "element").stream()
                .map(element -> child(element, position, isRequired(choice), true))
                .toList();
    }

    private Child child(Element element, int position, boolean required, boolean alternative) {
        String most = element.getAttribute("maxOccurs");
        return new Child(
                nameOf(element),
                typeName(element, element.getAttribute("type")),
                position,
                required,
                alternative,
                !most.isEmpty() && !most.equals("1"),
                documentation(element));
    }

    private Restriction restriction(Element type) {
        Element restriction = children(type, "restriction").get(0);
        Map<String, String> facets = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (Element facet : children(restriction)) {
            if (facet.getLocalName().equals("enumeration")) {
                values.put(facet.getAttribute("value"), documentation(facet));
            } else {
                facets.put(facet.getLocalName(), facet.getAttribute("value"));
            }
        }
        return new Restriction(
                nameOf(type),
                documentation(type),
                typeName(restriction, restriction.getAttribute("base")),
                facets,
                values);
    }

    private static boolean isRequired(Element particle) {
        return !particle.getAttribute("minOccurs").equals("0");
    }

    private QName nameOf(Element element) {
        return new QName(namespace, element.getAttribute("name"));
    }

    private static QName typeName(Element context, String name) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? null : name.substring(0, colon);
        return new QName(context.lookupNamespaceURI(prefix), name.substring(colon + 1));
    }

    private static String documentation(Element element) {
        return children(element, "annotation").stream()
                .flatMap(annotation -> children(annotation, "documentation").stream())
                .map(Element::getTextContent)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    /** All but annotations. */
    private static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && !element.getLocalName().equals("annotation")) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<Element> children(Element parent, String localName) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && XS.equals(element.getNamespaceURI())
                    && localName.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private IllegalStateException unexpected(Element element) {
        return new IllegalStateException("the schema of " + namespace + " uses " + element.getNodeName()
                + " in a way that this contract does not allow");
    }
}
