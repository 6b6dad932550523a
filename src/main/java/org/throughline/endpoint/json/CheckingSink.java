package org.throughline.endpoint.json;

import javax.xml.stream.XMLStreamException;
import org.throughline.endpoint.contract.Child;
import org.throughline.endpoint.contract.RequestCheck;

/** Has the elements checked against the contract. */
record CheckingSink(RequestCheck check) implements ElementSink {

    @Override
    public void start(Child element) throws XMLStreamException {
        check.elementStart(element.localName(), element.name().getNamespaceURI(), "");
        check.attributesEnd();
    }

    @Override
    public void text(String text) throws XMLStreamException {
        check.text(text, true);
    }

    @Override
    public void end(Child element) throws XMLStreamException {
        check.elementEnd(element.localName(), element.name().getNamespaceURI(), "");
    }

    @Override
    public void problem(String message) {
        check.problem(message);
    }

    @Override
    public void unknownProperty() {
        check.unknownContent();
    }
}
