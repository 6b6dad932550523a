package org.throughline.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;

/**
 * What no service with these messages can undercut: Tomcat, the request unmarshalled by JAXB, a ready answer marshalled
 * by JAXB. No validation, no faults, no data, no arithmetic.
 */
final class Floor extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private static final Map<String, Class<?>> CONTEXTS = Map.of(
            "account", org.throughline.wire.account.v1.ObjectFactory.class,
            "pricing", org.throughline.wire.pricing.v1.ObjectFactory.class,
            "stock", org.throughline.wire.stock.v1.ObjectFactory.class,
            "history", org.throughline.wire.history.v1.ObjectFactory.class,
            "order", org.throughline.wire.order.v1.ObjectFactory.class);

    private final transient Map<String, Operation> operations = new HashMap<>();
    private final transient XMLInputFactory readers = XMLInputFactory.newFactory();
    private final transient XMLOutputFactory writers = XMLOutputFactory.newFactory();

    private record Operation(JAXBContext context, JAXBElement<?> answer) {}

    private Floor(Path messages) throws IOException, JAXBException, XMLStreamException {
        try (Stream<Path> files = Files.list(messages)) {
            for (Path file : files.toList()) {
                operations.put("/" + file.getFileName(), operation(file));
            }
        }
    }

    /**
     * Starts the floor.
     *
     * @param arguments the port, and the folder with one answer for each operation
     */
    public static void main(String[] arguments) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("floor").toString());
        tomcat.setPort(Integer.parseInt(arguments[0]));
        var protocol = (AbstractHttp11Protocol<?>) tomcat.getConnector().getProtocolHandler();
        protocol.setMaxKeepAliveRequests(-1);
        ((AbstractProtocol<?>) protocol).setMaxThreads(32);
        ((AbstractProtocol<?>) protocol).setAddress(java.net.InetAddress.getLoopbackAddress());
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "floor", new Floor(Path.of(arguments[1])));
        context.addServletMappingDecoded("/*", "floor");
        tomcat.start();
        tomcat.getServer().await();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Operation operation = operations.get(request.getPathInfo());
        try {
            unmarshal(operation.context(), request.getInputStream());
            response.setContentType("text/xml;charset=UTF-8");
            marshal(operation, response);
        } catch (JAXBException | XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private Operation operation(Path file) throws IOException, JAXBException, XMLStreamException {
        JAXBContext context = JAXBContext.newInstance(contextClass(file));
        try (InputStream in = Files.newInputStream(file)) {
            return new Operation(context, unmarshal(context, in));
        }
    }

    private static Class<?> contextClass(Path file) throws IOException {
        String message = Files.readString(file);
        return CONTEXTS.entrySet().stream()
                .filter(entry -> message.contains("\"urn:throughline:" + entry.getKey() + ":v1\""))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private JAXBElement<?> unmarshal(JAXBContext context, InputStream in) throws JAXBException, XMLStreamException {
        XMLStreamReader reader = readers.createXMLStreamReader(in, "UTF-8");
        while (!(reader.next() == XMLStreamConstants.START_ELEMENT
                && reader.getLocalName().equals("Body"))) {
            // on to the Body
        }
        reader.nextTag();
        Unmarshaller unmarshaller = context.createUnmarshaller();
        return (JAXBElement<?>) unmarshaller.unmarshal(reader);
    }

    private void marshal(Operation operation, HttpServletResponse response)
            throws JAXBException, XMLStreamException, IOException {
        XMLStreamWriter writer = writers.createXMLStreamWriter(response.getOutputStream(), "UTF-8");
        writer.writeStartElement("soap", "Envelope", SOAP);
        writer.writeNamespace("soap", SOAP);
        writer.writeStartElement("soap", "Body", SOAP);
        Marshaller marshaller = operation.context().createMarshaller();
        marshaller.setProperty(Marshaller.JAXB_FRAGMENT, Boolean.TRUE);
        marshaller.marshal(operation.answer(), writer);
        writer.writeEndElement();
        writer.writeEndElement();
        writer.flush();
    }
}
