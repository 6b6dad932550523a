package org.throughline.endpoint.fault;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.throughline.shared.ServiceFault;

/** Answers with a SOAP fault where CXF has not yet been reached. */
public final class SoapFaultWriter {

    private static final XMLOutputFactory STAX = XMLOutputFactory.newFactory();
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private SoapFaultWriter() {}

    public static void write(ServiceFault fault, SoapVersion version, HttpServletResponse response) throws IOException {
        byte[] envelope = envelope(fault, version);
        response.setStatus(HttpStatuses.ofSoapFault(fault.code()));
        RetryAfter.secondsOf(fault).ifPresent(seconds -> response.setHeader(RetryAfter.HEADER, seconds.toString()));
        response.setContentType(version.contentType());
        response.setContentLength(envelope.length);
        response.getOutputStream().write(envelope);
    }

    static byte[] envelope(ServiceFault fault, SoapVersion version) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = STAX.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            start(xml, version, "Envelope");
            xml.writeNamespace("soap", version.namespace());
            start(xml, version, "Body");
            start(xml, version, "Fault");
            if (version == SoapVersion.SOAP_11) {
                writeFault11(xml, fault);
            } else {
                writeFault12(xml, fault);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException | JAXBException e) {
            throw new IllegalStateException("a fault cannot be written", e);
        }
        return out.toByteArray();
    }

    private static void writeFault11(XMLStreamWriter xml, ServiceFault fault) throws XMLStreamException, JAXBException {
        text(xml, "faultcode", name(SoapFaults.code(fault.code(), SoapVersion.SOAP_11)));
        text(xml, "faultstring", reason(fault));
        xml.writeStartElement("detail");
        writeDetail(xml, fault);
        xml.writeEndElement();
    }

    private static void writeFault12(XMLStreamWriter xml, ServiceFault fault) throws XMLStreamException, JAXBException {
        SoapVersion version = SoapVersion.SOAP_12;
        start(xml, version, "Code");
        start(xml, version, "Value");
        xml.writeCharacters(name(SoapFaults.code(fault.code(), version)));
        xml.writeEndElement();
        xml.writeEndElement();
        start(xml, version, "Reason");
        start(xml, version, "Text");
        xml.writeAttribute("xml", XML, "lang", "en");
        xml.writeCharacters(reason(fault));
        xml.writeEndElement();
        xml.writeEndElement();
        start(xml, version, "Detail");
        writeDetail(xml, fault);
        xml.writeEndElement();
    }

    private static void writeDetail(XMLStreamWriter xml, ServiceFault fault) throws JAXBException {
        Marshaller marshaller = SoapFaults.jaxb().createMarshaller();
        marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
        marshaller.marshal(SoapFaults.detail(fault), xml);
    }

    private static String reason(ServiceFault fault) {
        return FaultDetails.text(fault.violations().get(0).message());
    }

    private static void start(XMLStreamWriter xml, SoapVersion version, String name) throws XMLStreamException {
        xml.writeStartElement("soap", name, version.namespace());
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String name(QName name) {
        return name.getPrefix() + ":" + name.getLocalPart();
    }
}
