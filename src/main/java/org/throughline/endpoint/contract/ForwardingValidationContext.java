package org.throughline.endpoint.contract;

import javax.xml.namespace.QName;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.validation.ValidationContext;

/** Asks another context for everything except what to do with problems. */
abstract class ForwardingValidationContext implements ValidationContext {

    private final ValidationContext context;

    ForwardingValidationContext(ValidationContext context) {
        this.context = context;
    }

    @Override
    public String getXmlVersion() {
        return context.getXmlVersion();
    }

    @Override
    public QName getCurrentElementName() {
        return context.getCurrentElementName();
    }

    @Override
    public String getNamespaceURI(String prefix) {
        return context.getNamespaceURI(prefix);
    }

    @Override
    public int getAttributeCount() {
        return context.getAttributeCount();
    }

    @Override
    public String getAttributeLocalName(int index) {
        return context.getAttributeLocalName(index);
    }

    @Override
    public String getAttributeNamespace(int index) {
        return context.getAttributeNamespace(index);
    }

    @Override
    public String getAttributePrefix(int index) {
        return context.getAttributePrefix(index);
    }

    @Override
    public String getAttributeValue(int index) {
        return context.getAttributeValue(index);
    }

    @Override
    public String getAttributeValue(String namespace, String localName) {
        return context.getAttributeValue(namespace, localName);
    }

    @Override
    public String getAttributeType(int index) {
        return context.getAttributeType(index);
    }

    @Override
    public int findAttributeIndex(String namespace, String localName) {
        return context.findAttributeIndex(namespace, localName);
    }

    @Override
    public boolean isNotationDeclared(String name) {
        return context.isNotationDeclared(name);
    }

    @Override
    public boolean isUnparsedEntityDeclared(String name) {
        return context.isUnparsedEntityDeclared(name);
    }

    @Override
    public String getBaseUri() {
        return context.getBaseUri();
    }

    @Override
    public Location getValidationLocation() {
        return context.getValidationLocation();
    }

    @Override
    public int addDefaultAttribute(String localName, String namespace, String prefix, String value)
            throws XMLStreamException {
        return context.addDefaultAttribute(localName, namespace, prefix, value);
    }
}
