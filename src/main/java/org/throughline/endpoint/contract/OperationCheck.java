package org.throughline.endpoint.contract;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.throughline.shared.Violations;

/** A check of a request that comes without the elements around it, as in REST; they are supplied here. */
public final class OperationCheck {

    private final RequestCheck request;
    private final QName operation;
    private final QName wrapper;

    private OperationCheck(RequestCheck request, QName operation, QName wrapper) {
        this.request = request;
        this.operation = operation;
        this.wrapper = wrapper;
    }

    /** @param type of the request */
    public static OperationCheck begin(RequestSchemas schemas, ComplexType type, Violations violations)
            throws XMLStreamException {
        QName operation = schemas.contract().operationTaking(type);
        QName wrapper = new QName(operation.getNamespaceURI(), Contract.REQUEST);
        RequestCheck check = schemas.check(operation.getNamespaceURI(), new WithoutDocument(), violations);
        start(check, operation);
        start(check, wrapper);
        return new OperationCheck(check, operation, wrapper);
    }

    /** Takes what is inside the request. */
    public RequestCheck request() {
        return request;
    }

    public void end() throws XMLStreamException {
        request.elementEnd(wrapper.getLocalPart(), wrapper.getNamespaceURI(), "");
        request.elementEnd(operation.getLocalPart(), operation.getNamespaceURI(), "");
    }

    private static void start(RequestCheck check, QName element) throws XMLStreamException {
        check.elementStart(element.getLocalPart(), element.getNamespaceURI(), "");
        check.attributesEnd();
    }
}
