package org.throughline.endpoint.contract;

import javax.xml.namespace.QName;
import javax.xml.stream.Location;
import org.codehaus.stax2.validation.ValidationContext;
import org.codehaus.stax2.validation.XMLValidationProblem;

/** For requests that did not come as XML: there are no attributes, prefixes or locations to ask for. */
final class WithoutDocument implements ValidationContext {

    @Override
    public String getXmlVersion() {
        return "1.0";
    }

    @Override
    public QName getCurrentElementName() {
        return null;
    }

    @Override
    public String getNamespaceURI(String prefix) {
        return null;
    }

    @Override
    public int getAttributeCount() {
        return 0;
    }

    @Override
    public String getAttributeLocalName(int index) {
        return null;
    }

    @Override
    public String getAttributeNamespace(int index) {
        return null;
    }

    @Override
    public String getAttributePrefix(int index) {
        return null;
    }

    @Override
    public String getAttributeValue(int index) {
        return null;
    }

    @Override
    public String getAttributeValue(String namespace, String localName) {
        return null;
    }

    @Override
    public String getAttributeType(int index) {
        return null;
    }

    @Override
    public int findAttributeIndex(String namespace, String localName) {
        return -1;
    }

    @Override
    public boolean isNotationDeclared(String name) {
        return false;
    }

    @Override
    public boolean isUnparsedEntityDeclared(String name) {
        return false;
    }

    @Override
    public String getBaseUri() {
        return null;
    }

    @Override
    public Location getValidationLocation() {
        return null;
    }

    @Override
    public void reportProblem(XMLValidationProblem problem) {
        throw new IllegalStateException("nobody listens to the problems of a request");
    }

    @Override
    public int addDefaultAttribute(String localName, String namespace, String prefix, String value) {
        return -1;
    }
}
