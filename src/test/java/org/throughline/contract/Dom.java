package org.throughline.contract;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads schemas and WSDLs as trees. */
final class Dom {

    static final String XS = "http://www.w3.org/2001/XMLSchema";
    static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    static final String WSAM = "http://www.w3.org/2007/05/addressing/metadata";

    private Dom() {}

    static Element read(Path file) {
        return read(new InputSource(file.toUri().toString()));
    }

    static Element read(String text) {
        return read(new InputSource(new StringReader(text)));
    }

    static Stream<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    static Stream<Element> children(Element parent, String namespace, String name) {
        return children(parent).filter(child -> is(child, namespace, name));
    }

    static Stream<Element> descendants(Element root, String namespace, String name) {
        return elements(root.getElementsByTagNameNS(namespace, name));
    }

    static boolean is(Node node, String namespace, String name) {
        return namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    /** Whether a documentation child of the namespace, in an annotation or not, has text. */
    static boolean isDocumented(Element element) {
        Stream<Element> direct = children(element, WSDL, "documentation");
        Stream<Element> annotated =
                children(element, XS, "annotation").flatMap(annotation -> children(annotation, XS, "documentation"));
        return Stream.concat(direct, annotated)
                .anyMatch(documentation -> !documentation.getTextContent().isBlank());
    }

    /** The name without its prefix. */
    static String localName(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.indexOf(':') + 1);
    }

    /** The namespace that the prefix of a name in an attribute stands for; empty when there is none. */
    static String namespaceOf(Element scope, String qualifiedName) {
        int colon = qualifiedName.indexOf(':');
        String namespace = scope.lookupNamespaceURI(colon < 0 ? null : qualifiedName.substring(0, colon));
        return namespace == null ? "" : namespace;
    }

    private static Element read(InputSource source) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            return builder.parse(source).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("cannot read " + source.getSystemId(), e);
        }
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
