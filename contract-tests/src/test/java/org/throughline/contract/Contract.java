package org.throughline.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The hand-written contract: what the WSDLs and schemas of this repository say. */
final class Contract {

    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";

    private static final Contract INSTANCE = new Contract();

    private final Schema schema = schema(files(Settings.xsdFolder(), ".xsd"));
    private final Map<String, Element> wsdls = new TreeMap<>();

    private Contract() {
        for (Path file : files(Settings.wsdlFolder(), ".wsdl")) {
            wsdls.put(file.getFileName().toString(), Xml.parse(Step.read(file)));
        }
    }

    static Contract get() {
        return INSTANCE;
    }

    /** The operations of each capability, by name. */
    Map<String, List<String>> operations() {
        Map<String, List<String>> operations = new TreeMap<>();
        wsdls.forEach((name, wsdl) -> {
            if (wsdl.getElementsByTagNameNS(WSDL, "portType").getLength() > 0) {
                operations.put(name.replace(".wsdl", ""), operationsOf(wsdl));
            }
        });
        return operations;
    }

    /** The path of the capability's address in this binding, such as {@code /soap/account/v1/soap11}. */
    String soapPath(String capability, Binding binding) {
        String file = capability + (binding == Binding.SOAP11 ? "-soap11.wsdl" : "-soap12.wsdl");
        Element wsdl = wsdls.get(file);
        if (wsdl == null) {
            throw new IllegalArgumentException("there is no WSDL " + file);
        }
        Element address = (Element) wsdl.getElementsByTagNameNS("*", "address").item(0);
        return java.net.URI.create(address.getAttribute("location")).getPath();
    }

    /** What the schemas have against the message; empty when it is valid. */
    List<String> violations(Element message) {
        List<String> violations = new ArrayList<>();
        Validator validator = schema.newValidator();
        validator.setErrorHandler(new Collector(violations));
        try {
            validator.validate(new DOMSource(message));
        } catch (SAXException | IOException e) {
            violations.add(e.getMessage());
        }
        return violations;
    }

    private static List<String> operationsOf(Element wsdl) {
        Element portType =
                (Element) wsdl.getElementsByTagNameNS(WSDL, "portType").item(0);
        return Xml.children(portType).stream()
                .filter(child -> child.getLocalName().equals("operation"))
                .map(child -> child.getAttribute("name"))
                .toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the contract", e);
        }
    }

    private static Schema schema(List<Path> files) {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            return factory.newSchema(files.stream()
                    .map(file -> (Source) new StreamSource(file.toFile()))
                    .toArray(Source[]::new));
        } catch (SAXException e) {
            throw new IllegalStateException("the schemas cannot be read: " + e.getMessage(), e);
        }
    }

    private record Collector(List<String> violations) implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {
            violations.add(e.getMessage());
        }

        @Override
        public void error(SAXParseException e) {
            violations.add(e.getMessage());
        }

        @Override
        public void fatalError(SAXParseException e) {
            violations.add(e.getMessage());
        }
    }
}
