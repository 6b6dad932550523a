package org.throughline.endpoint.contract;

import jakarta.xml.bind.annotation.XmlSchema;
import jakarta.xml.bind.annotation.XmlType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The types of all schemas of the contract. Immutable. */
@Component
public final class Contract {

    private static final String SCHEMAS = "classpath*:contract/xsd/*/v*/*.xsd";
    private static final String WSDLS = "classpath*:contract/wsdl/*/v*/*.wsdl";
    static final String REQUEST = "request";

    private final Map<String, URL> locations = new LinkedHashMap<>();
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final Map<String, String> documentations = new LinkedHashMap<>();
    private final Map<QName, String> operationDocumentations = new LinkedHashMap<>();
    private final Map<QName, QName> elements = new LinkedHashMap<>();
    private final Map<QName, ComplexType> complexTypes = new LinkedHashMap<>();
    private final Map<QName, SimpleType> simpleTypes = new LinkedHashMap<>();
    private final Map<QName, QName> operationByRequest = new LinkedHashMap<>();
    private final Set<QName> operations = new LinkedHashSet<>();

    /** Reads the schemas from the class path. */
    public Contract() {
        Map<QName, SchemaReader.Restriction> restrictions = new LinkedHashMap<>();
        for (URL location : resources(SCHEMAS)) {
            SchemaReader reader = new SchemaReader(parse(location));
            locations.put(reader.namespace(), location);
            versions.put(reader.namespace(), reader.version());
            documentations.put(reader.namespace(), reader.documentation());
            elements.putAll(reader.elements());
            reader.complexTypes().forEach(type -> complexTypes.put(type.name(), type));
            reader.simpleTypes().forEach(type -> restrictions.put(type.name(), type));
        }
        restrictions.keySet().forEach(name -> simpleTypes.put(name, resolve(name, restrictions)));
        elements.forEach(this::rememberOperation);
        resources(WSDLS).forEach(location -> operationDocumentations.putAll(WsdlReader.operations(parse(location))));
    }

    /** Namespaces and where their schemas are. */
    Map<String, URL> locations() {
        return locations;
    }

    /** The version attribute of a namespace's schema. */
    public String version(String namespace) {
        return versions.get(namespace);
    }

    /** What a namespace's schema says about itself. */
    public String documentation(String namespace) {
        return documentations.get(namespace);
    }

    /** What the WSDL says about an operation; empty when it says nothing. */
    public String documentationOf(QName operation) {
        return operationDocumentations.getOrDefault(operation, "");
    }

    public Collection<ComplexType> complexTypes() {
        return complexTypes.values();
    }

    /** Whether the type is only the wrapper of a request or a result. */
    public boolean isWrapper(ComplexType type) {
        return elements.containsValue(type.name()) && type.byName().size() == 1;
    }

    /** Whether the element asks for an operation, and so may stand in a request's body. */
    public boolean isOperation(QName element) {
        return operations.contains(element);
    }

    /** The element of an operation that takes a request of this type. */
    public QName operationTaking(ComplexType request) {
        return Optional.ofNullable(operationByRequest.get(request.name()))
                .orElseThrow(() -> new IllegalArgumentException(request.name() + " is no request of any operation"));
    }

    /** Null when the element is not declared globally. */
    ComplexType typeOfElement(QName element) {
        return elements.containsKey(element) ? complexType(elements.get(element)) : null;
    }

    /** Null when there is no complex type of that name. */
    public ComplexType complexType(QName name) {
        return complexTypes.get(name);
    }

    /** Null when there is no simple type of that name. */
    public SimpleType simpleType(QName name) {
        return XMLConstants.W3C_XML_SCHEMA_NS_URI.equals(name.getNamespaceURI())
                ? new SimpleType(name, "", name.getLocalPart(), Map.of(), Map.of())
                : simpleTypes.get(name);
    }

    /** The name of the schema type that a generated class stands for. */
    public static QName typeName(Class<?> generated) {
        XmlType type = generated.getAnnotation(XmlType.class);
        XmlSchema schema = generated.getPackage().getAnnotation(XmlSchema.class);
        if (type == null || schema == null) {
            throw new IllegalArgumentException(generated + " is not generated from the contract");
        }
        return new QName(schema.namespace(), type.name());
    }

    private void rememberOperation(QName element, QName typeName) {
        ComplexType type = complexTypes.get(typeName);
        if (type != null && type.byName().size() == 1 && type.child(REQUEST) != null) {
            operations.add(element);
            operationByRequest.putIfAbsent(type.child(REQUEST).type(), element);
        }
    }

    private static SimpleType resolve(QName name, Map<QName, SchemaReader.Restriction> restrictions) {
        SchemaReader.Restriction own = restrictions.get(name);
        Map<String, String> facets = new LinkedHashMap<>();
        QName base = own.base();
        if (!XMLConstants.W3C_XML_SCHEMA_NS_URI.equals(base.getNamespaceURI())) {
            SimpleType parent = resolve(base, restrictions);
            facets.putAll(parent.facets());
            base = new QName(XMLConstants.W3C_XML_SCHEMA_NS_URI, parent.primitive());
        }
        facets.putAll(own.facets());
        return new SimpleType(name, own.documentation(), base.getLocalPart(), facets, own.values());
    }

    private static List<URL> resources(String pattern) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(pattern);
            URL[] urls = new URL[found.length];
            for (int i = 0; i < found.length; i++) {
                urls[i] = found[i].getURL();
            }
            return Arrays.asList(urls);
        } catch (IOException e) {
            throw new IllegalStateException("the contract's schemas are not on the class path", e);
        }
    }

    private static Element parse(URL location) {
        try (InputStream in = location.openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the schema " + location + " cannot be read", e);
        }
    }
}
