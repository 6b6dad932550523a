package org.throughline.contract;

import static org.throughline.contract.Dom.XS;
import static org.throughline.contract.Dom.children;
import static org.throughline.contract.Dom.descendants;
import static org.throughline.contract.Dom.is;
import static org.throughline.contract.Dom.localName;
import static org.throughline.contract.Dom.namespaceOf;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What the schemas of the contract may look like. Each rule takes a schema and gives its complaints; none is good. */
final class SchemaRules {

    static final String COMMON = "urn:throughline:common:v1";

    private static final Set<String> FORBIDDEN_CONSTRUCTS = Set.of(
            "attribute",
            "attributeGroup",
            "anyAttribute",
            "group",
            "all",
            "list",
            "union",
            "complexContent",
            "simpleContent",
            "include",
            "redefine",
            "override",
            "key",
            "keyref",
            "unique",
            "notation");
    private static final Set<String> FORBIDDEN_ATTRIBUTES =
            Set.of("nillable", "abstract", "substitutionGroup", "mixed", "default", "fixed", "ref", "block", "final");
    private static final Set<String> TYPES_OF_ELEMENTS = Set.of("boolean", "date", "int");
    private static final Set<String> BASES = Set.of("string", "decimal", "int", "dateTime", "base64Binary");
    private static final String NAMEABLE = "[A-Z][A-Z0-9]*(_[A-Z0-9]+)*";

    private SchemaRules() {}

    static List<String> everythingIsDocumented(Element schema) {
        return complaints(
                "is not documented",
                Stream.of(
                                Stream.of(schema),
                                children(schema, XS, "complexType"),
                                children(schema, XS, "simpleType"),
                                descendants(schema, XS, "enumeration"))
                        .flatMap(documented -> documented)
                        .filter(Predicate.not(Dom::isDocumented)));
    }

    static List<String> everyTypeIsNamed(Element schema) {
        return complaints(
                "is or has an anonymous type",
                Stream.concat(
                        types(schema).filter(type -> !type.hasAttribute("name")),
                        descendants(schema, XS, "element").filter(element -> !element.hasAttribute("type"))));
    }

    /** A wrapper is the type of a global element of a service's schema. */
    static List<String> wrappersHoldOneChildOfANamedType(Element schema) {
        return complaints(
                "is not a wrapper of exactly one child of a named type",
                wrappers(schema).filter(type -> !isWrapper(type)));
    }

    static List<String> wrappersAreNamedAfterTheirOperation(Element schema) {
        return complaints(
                "is not named after its operation",
                wrapperElements(schema).filter(element -> !localName(element.getAttribute("type"))
                        .equals(wrapperTypeOf(name(element)))));
    }

    static List<String> typesEndWithTheExtension(Element schema) {
        Set<String> exempt = wrappers(schema).map(SchemaRules::name).collect(Collectors.toSet());
        return complaints(
                "does not end with the optional extension",
                children(schema, XS, "complexType")
                        .filter(type -> !exempt.contains(name(type)))
                        .filter(type -> !isExtensionType(schema, type))
                        .filter(type -> !endsWithExtension(type)));
    }

    static List<String> forbiddenConstructsAreAbsent(Element schema) {
        return complaints(
                "is forbidden",
                descendants(schema, XS, "*")
                        .filter(element -> FORBIDDEN_CONSTRUCTS.contains(element.getLocalName())
                                || FORBIDDEN_ATTRIBUTES.stream().anyMatch(element::hasAttribute)
                                || isRepeatedGroup(element)
                                || isWildcardOutsideExtension(schema, element)));
    }

    /** Validators expand a counted repetition; at 10,000 they give up. Limits belong to the service. */
    static List<String> repetitionsAreNotCounted(Element schema) {
        return complaints(
                "is repeated a counted number of times",
                descendants(schema, XS, "*")
                        .filter(element -> element.hasAttribute("maxOccurs")
                                && !element.getAttribute("maxOccurs").equals("unbounded")));
    }

    static List<String> onlyAllowedTypesAreUsed(Element schema) {
        return Stream.concat(
                        complaints(
                                "has a type that not every client can read",
                                descendants(schema, XS, "element")
                                        .filter(element -> usesOther(element, "type", TYPES_OF_ELEMENTS)))
                                .stream(),
                        complaints(
                                "restricts a type that not every client can read",
                                descendants(schema, XS, "restriction")
                                        .filter(element -> usesOther(element, "base", BASES)))
                                .stream())
                .toList();
    }

    static List<String> elementAndTypeNamesDiffer(Element schema) {
        Set<String> types = types(schema).map(SchemaRules::name).collect(Collectors.toSet());
        return complaints(
                "is named like a type",
                descendants(schema, XS, "element")
                        .filter(element -> types.contains(name(element)) || isNamedLikeItsType(element)));
    }

    static List<String> enumerationValuesCanBeNamed(Element schema) {
        return complaints(
                "cannot be named in every language",
                descendants(schema, XS, "enumeration")
                        .filter(value -> !value.getAttribute("value").matches(NAMEABLE)));
    }

    static List<String> typesDoNotClashWithThePortType(Element schema) {
        String[] parts = schema.getAttribute("targetNamespace").split(":");
        String portType = capitalised(parts[2]);
        return complaints(
                "is named like the port type or the service",
                types(schema)
                        .filter(type ->
                                name(type).equals(portType) || name(type).equals(portType + "Service")));
    }

    /** @param folder such as stock/v1 */
    static List<String> theNamespaceIsThatOfTheFolder(Element schema, String folder) {
        boolean good = schema.getAttribute("targetNamespace").equals("urn:throughline:" + folder.replace('/', ':'))
                && schema.getAttribute("elementFormDefault").equals("qualified")
                && !schema.getAttribute("version").isEmpty();
        return complaints(
                "has another namespace than its folder, or no version",
                Stream.of(schema).filter(s -> !good));
    }

    /** npm's soap does not find types that are named without a prefix: then it takes everything for text, and no list for one. */
    static List<String> namesOfTypesHaveAPrefix(Element schema) {
        return complaints(
                "names a type without a prefix",
                Stream.of("type", "base").flatMap(attribute -> descendants(schema, XS, "*")
                        .filter(element -> element.hasAttribute(attribute))
                        .filter(element -> !element.getAttribute(attribute).contains(":"))));
    }

    private static Stream<Element> types(Element schema) {
        return Stream.concat(descendants(schema, XS, "complexType"), descendants(schema, XS, "simpleType"));
    }

    private static Stream<Element> wrapperElements(Element schema) {
        return schema.getAttribute("targetNamespace").equals(COMMON) ? Stream.empty() : children(schema, XS, "element");
    }

    private static Stream<Element> wrappers(Element schema) {
        Set<String> names = wrapperElements(schema)
                .map(element -> localName(element.getAttribute("type")))
                .collect(Collectors.toSet());
        return children(schema, XS, "complexType").filter(type -> names.contains(name(type)));
    }

    private static boolean isWrapper(Element type) {
        List<Element> particles = particles(type);
        return particles.size() == 1
                && is(particles.get(0), XS, "element")
                && particles.get(0).hasAttribute("type")
                && !particles.get(0).hasAttribute("minOccurs")
                && !particles.get(0).hasAttribute("maxOccurs");
    }

    private static String wrapperTypeOf(String element) {
        return element.endsWith("Response")
                ? capitalised(element.substring(0, element.length() - "Response".length())) + "Reply"
                : capitalised(element) + "Call";
    }

    private static boolean endsWithExtension(Element type) {
        List<Element> particles = particles(type);
        List<Element> extensions = descendants(type, XS, "element")
                .filter(element -> name(element).equals("extension"))
                .toList();
        return extensions.size() == 1
                && particles.get(particles.size() - 1) == extensions.get(0)
                && isExtensionElement(extensions.get(0));
    }

    private static boolean isExtensionElement(Element element) {
        String type = element.getAttribute("type");
        return localName(type).equals("Extension")
                && namespaceOf(element, type).equals(COMMON)
                && element.getAttribute("minOccurs").equals("0")
                && !element.hasAttribute("maxOccurs");
    }

    private static boolean isExtensionType(Element schema, Element type) {
        return schema.getAttribute("targetNamespace").equals(COMMON)
                && name(type).equals("Extension");
    }

    private static boolean isRepeatedGroup(Element element) {
        boolean group = is(element, XS, "choice") || is(element, XS, "sequence");
        return group && element.hasAttribute("maxOccurs");
    }

    private static boolean isWildcardOutsideExtension(Element schema, Element element) {
        return is(element, XS, "any")
                && !(isExtensionType(schema, (Element) element.getParentNode().getParentNode())
                        && element.getAttribute("namespace").equals("##other")
                        && element.getAttribute("processContents").equals("lax")
                        && element.getAttribute("minOccurs").equals("0")
                        && element.getAttribute("maxOccurs").equals("unbounded"));
    }

    private static boolean isNamedLikeItsType(Element element) {
        String type = element.getAttribute("type");
        return name(element).equals(localName(type))
                && !namespaceOf(element, type).equals(XS);
    }

    private static boolean usesOther(Element element, String attribute, Set<String> allowed) {
        String type = element.getAttribute(attribute);
        return namespaceOf(element, type).equals(XS) && !allowed.contains(localName(type));
    }

    private static List<Element> particles(Element type) {
        return children(type, XS, "sequence").flatMap(Dom::children).toList();
    }

    private static String name(Element element) {
        return element.getAttribute("name");
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static List<String> complaints(String complaint, Stream<Element> elements) {
        return elements.map(element -> where(element) + " " + complaint).toList();
    }

    /** Such as complexType "Item" / element "id". */
    private static String where(Element element) {
        String label = Stream.of("name", "value", "base")
                .filter(element::hasAttribute)
                .findFirst()
                .map(attribute -> " \"" + element.getAttribute(attribute) + "\"")
                .orElse("");
        String here = element.getLocalName() + label;
        return element.getParentNode() instanceof Element parent && parent.getParentNode() instanceof Element
                ? where(parent) + " / " + here
                : here;
    }
}
