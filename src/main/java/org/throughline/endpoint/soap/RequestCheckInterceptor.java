package org.throughline.endpoint.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.codehaus.stax2.XMLStreamReader2;
import org.throughline.endpoint.contract.RequestSchemas;
import org.throughline.endpoint.fault.SoapVersion;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;

/**
 * Has each request of an endpoint checked while CXF reads it. CXF's own validation is not used: it costs ten times as much
 * and reports one violation only.
 */
public final class RequestCheckInterceptor extends AbstractPhaseInterceptor<Message> {

    private final RequestSchemas schemas;
    private final SoapVersion version;
    private final String namespace;

    /** @param namespace of the service's schema */
    public RequestCheckInterceptor(RequestSchemas schemas, SoapVersion version, String namespace) {
        super(Phase.POST_STREAM);
        addAfter(StaxInInterceptor.class.getName());
        this.schemas = schemas;
        this.version = version;
        this.namespace = namespace;
    }

    @Override
    public void handleMessage(Message message) {
        XMLStreamReader reader = message.getContent(XMLStreamReader.class);
        if (reader == null) {
            return;
        }
        Violations violations = new Violations();
        attach(reader, new EnvelopeCheck(schemas, version, namespace, violations));
        message.setContent(XMLStreamReader.class, new StrictReader(reader));
        message.put(Violations.class, violations);
    }

    /** A request that is wrong often cannot be bound either; then what the check found is the better answer. */
    @Override
    public void handleFault(Message message) {
        try {
            RequestVerdictInterceptor.throwIfWrong(message);
        } catch (ServiceFault fault) {
            message.setContent(Exception.class, new Fault(fault));
        }
    }

    private static void attach(XMLStreamReader reader, EnvelopeCheck check) {
        try {
            ((XMLStreamReader2) reader).validateAgainst(check);
        } catch (XMLStreamException e) {
            throw new Fault(e);
        }
    }
}
