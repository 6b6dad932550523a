package org.throughline.contract;

import static org.throughline.contract.Dom.WSAM;
import static org.throughline.contract.Dom.WSDL;
import static org.throughline.contract.Dom.XS;
import static org.throughline.contract.Dom.children;
import static org.throughline.contract.Dom.descendants;
import static org.throughline.contract.Dom.localName;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What the WSDLs of the contract may look like. Each rule takes a WSDL and gives its complaints; none is good. Rules of
 * abstract WSDLs (messages and port type) and of concrete ones (one binding, one port) stand apart.
 */
final class WsdlRules {

    static final Set<String> SOAP =
            Set.of("http://schemas.xmlsoap.org/wsdl/soap/", "http://schemas.xmlsoap.org/wsdl/soap12/");

    /** Every operation declares these; ping, which every ERP can serve, may leave out what is not supported. */
    private static final List<String> ALWAYS =
            List.of("InvalidRequestFault", "NotSupportedFault", "UnavailableFault", "InternalFault");

    private WsdlRules() {}

    // Both kinds

    static List<String> everythingIsDocumented(Element wsdl) {
        return Stream.of(
                        Stream.of(wsdl),
                        descendants(wsdl, WSDL, "portType"),
                        descendants(wsdl, WSDL, "portType").flatMap(type -> children(type, WSDL, "operation")))
                .flatMap(documented -> documented)
                .filter(Predicate.not(Dom::isDocumented))
                .map(element -> where(element) + " is not documented")
                .toList();
    }

    /** @param folder such as stock/v1 */
    static List<String> theNamespaceIsThatOfTheFolder(Element wsdl, String folder) {
        return wsdl.getAttribute("targetNamespace").equals("urn:throughline:" + folder.replace('/', ':') + ":wsdl")
                ? List.of()
                : List.of(where(wsdl) + " has another namespace than its folder");
    }

    // Abstract

    static List<String> abstractWsdlsHaveOnePortTypeAndNoBinding(Element wsdl) {
        return count(wsdl, "portType") == 1 && count(wsdl, "binding") == 0 && count(wsdl, "service") == 0
                ? List.of()
                : List.of(where(wsdl) + " has not exactly one port type, or has bindings");
    }

    static List<String> typesAreImported(Element wsdl) {
        return descendants(wsdl, XS, "schema")
                .flatMap(Dom::children)
                .filter(child -> !Dom.is(child, XS, "import") || !child.hasAttribute("schemaLocation"))
                .map(child -> where(child) + " is written into the WSDL")
                .toList();
    }

    static List<String> messagesHoldOneElement(Element wsdl) {
        return children(wsdl, WSDL, "message")
                .filter(message -> !holdsOneElement(message))
                .map(message -> where(message) + " does not hold exactly one element")
                .toList();
    }

    static List<String> operationsUseTheirWrappers(Element wsdl) {
        return operations(wsdl)
                .filter(operation -> !elementOf(wsdl, operation, "input").equals(name(operation))
                        || !elementOf(wsdl, operation, "output").equals(name(operation) + "Response"))
                .map(operation -> where(operation) + " does not use its wrappers")
                .toList();
    }

    static List<String> actionsAreDerivedFromTheNamespace(Element wsdl) {
        return operations(wsdl)
                .filter(operation -> !action(operation, "input").equals(actionOf(wsdl, operation))
                        || !action(operation, "output").equals(actionOf(wsdl, operation) + "Response"))
                .map(operation -> where(operation) + " has another wsam:Action than its namespace and name give")
                .toList();
    }

    static List<String> faultsAreThoseOfTheCategories(Element wsdl) {
        return children(wsdl, WSDL, "message")
                .filter(message -> name(message).endsWith("Fault"))
                .filter(message ->
                        !partElement(message).equals(uncapitalised(name(message))) || !partPrefixIsCommon(message))
                .map(message -> where(message) + " does not hold the fault element of its name")
                .toList();
    }

    static List<String> operationsDeclareTheirFaults(Element wsdl) {
        return operations(wsdl)
                .filter(operation -> !faults(operation).containsAll(required(operation))
                        || !children(operation, WSDL, "fault")
                                .allMatch(fault ->
                                        localName(fault.getAttribute("message")).equals(name(fault))))
                .map(operation -> where(operation) + " does not declare the faults that it may answer with")
                .toList();
    }

    // Concrete

    static List<String> concreteWsdlsHaveOneBindingAndOnePort(Element wsdl) {
        boolean good = count(wsdl, "binding") == 1
                && count(wsdl, "service") == 1
                && descendants(wsdl, WSDL, "port").count() == 1
                && count(wsdl, "types") == 0
                && count(wsdl, "message") == 0
                && count(wsdl, "portType") == 0
                && count(wsdl, "import") == 1;
        return good ? List.of() : List.of(where(wsdl) + " has not exactly one binding and one port, or has types");
    }

    static List<String> bindingsAreDocumentLiteral(Element wsdl) {
        boolean document = soap(wsdl, "binding")
                .allMatch(binding -> binding.getAttribute("style").equals("document"));
        boolean literal = Stream.concat(soap(wsdl, "body"), soap(wsdl, "fault"))
                .allMatch(body -> body.getAttribute("use").equals("literal"));
        return document && literal ? List.of() : List.of(where(wsdl) + " is not document/literal");
    }

    static List<String> soapActionsAreDerivedFromTheNamespace(Element wsdl) {
        return boundOperations(wsdl)
                .filter(operation -> !soap(operation, "operation")
                        .map(soap -> soap.getAttribute("soapAction"))
                        .toList()
                        .equals(List.of(actionOf(wsdl, operation))))
                .map(operation -> where(operation) + " has another soapAction than its namespace and name give")
                .toList();
    }

    /** @param portType the abstract WSDL that it imports */
    static List<String> bindingsBindEveryOperationAndFault(Element wsdl, Element portType) {
        List<String> bound = boundOperations(wsdl).map(WsdlRules::signature).toList();
        List<String> declared = operations(portType).map(WsdlRules::signature).toList();
        return bound.equals(declared)
                ? List.of()
                : List.of(where(wsdl) + " does not bind the operations and faults of the port type, in their order");
    }

    static Set<String> operationNames(Element wsdl) {
        return operations(wsdl).map(WsdlRules::name).collect(Collectors.toSet());
    }

    private static Stream<Element> operations(Element wsdl) {
        return children(wsdl, WSDL, "portType").flatMap(type -> children(type, WSDL, "operation"));
    }

    private static Stream<Element> boundOperations(Element wsdl) {
        return children(wsdl, WSDL, "binding").flatMap(binding -> children(binding, WSDL, "operation"));
    }

    private static Stream<Element> soap(Element root, String name) {
        return SOAP.stream().flatMap(namespace -> descendants(root, namespace, name));
    }

    private static String signature(Element operation) {
        return name(operation) + " " + faults(operation);
    }

    private static List<String> faults(Element operation) {
        return children(operation, WSDL, "fault").map(WsdlRules::name).toList();
    }

    private static List<String> required(Element operation) {
        return name(operation).equals("ping")
                ? ALWAYS.stream()
                        .filter(fault -> !fault.equals("NotSupportedFault"))
                        .toList()
                : ALWAYS;
    }

    private static boolean holdsOneElement(Element message) {
        List<Element> parts = children(message, WSDL, "part").toList();
        return parts.size() == 1
                && parts.get(0).hasAttribute("element")
                && !parts.get(0).hasAttribute("type");
    }

    private static String elementOf(Element wsdl, Element operation, String direction) {
        String message = children(operation, WSDL, direction)
                .map(part -> localName(part.getAttribute("message")))
                .collect(Collectors.joining());
        return children(wsdl, WSDL, "message")
                .filter(candidate -> name(candidate).equals(message))
                .map(WsdlRules::partElement)
                .collect(Collectors.joining());
    }

    private static String partElement(Element message) {
        return children(message, WSDL, "part")
                .map(part -> localName(part.getAttribute("element")))
                .collect(Collectors.joining());
    }

    private static boolean partPrefixIsCommon(Element message) {
        return children(message, WSDL, "part").allMatch(part -> Dom.namespaceOf(part, part.getAttribute("element"))
                .equals(SchemaRules.COMMON));
    }

    private static String action(Element operation, String direction) {
        return children(operation, WSDL, direction)
                .map(part -> part.getAttributeNS(WSAM, "Action"))
                .collect(Collectors.joining());
    }

    private static String actionOf(Element wsdl, Element operation) {
        return wsdl.getAttribute("targetNamespace").replaceFirst(":wsdl$", "") + ":" + name(operation);
    }

    private static long count(Element wsdl, String child) {
        return children(wsdl, WSDL, child).count();
    }

    private static String name(Element element) {
        return element.getAttribute("name");
    }

    private static String uncapitalised(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String where(Element element) {
        return element.getLocalName() + " \"" + name(element) + "\"";
    }
}
