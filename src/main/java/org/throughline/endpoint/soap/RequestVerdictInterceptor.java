package org.throughline.endpoint.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;

/** Lets a request pass only when all of it has been read and nothing is wrong. */
public final class RequestVerdictInterceptor extends AbstractPhaseInterceptor<Message> {

    public RequestVerdictInterceptor() {
        super(Phase.PRE_LOGICAL);
    }

    @Override
    public void handleMessage(Message message) {
        try {
            throwIfWrong(message);
            readToEnd(message);
            throwIfAny(message);
        } catch (XMLStreamException e) {
            throw new Fault(e);
        }
    }

    /** @throws ServiceFault with all violations of the whole request, when there is one */
    static void throwIfWrong(Message message) {
        Violations violations = message.get(Violations.class);
        if (violations == null || violations.isEmpty()) {
            return;
        }
        try {
            readToEnd(message);
        } catch (XMLStreamException | RuntimeException unreadable) {
            throw (ServiceFault) new ServiceFault(violations.found()).initCause(unreadable);
        }
        violations.throwIfAny();
    }

    private static void throwIfAny(Message message) {
        Violations violations = message.get(Violations.class);
        if (violations != null) {
            violations.throwIfAny();
        }
    }

    private static void readToEnd(Message message) throws XMLStreamException {
        XMLStreamReader reader = message.getContent(XMLStreamReader.class);
        while (reader != null && reader.hasNext()) {
            reader.next();
        }
    }
}
