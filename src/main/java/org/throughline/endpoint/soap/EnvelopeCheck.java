package org.throughline.endpoint.soap;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapFault;
import org.codehaus.stax2.validation.ValidationContext;
import org.codehaus.stax2.validation.XMLValidationSchema;
import org.codehaus.stax2.validation.XMLValidator;
import org.throughline.endpoint.contract.RequestCheck;
import org.throughline.endpoint.contract.RequestSchemas;
import org.throughline.endpoint.fault.SoapVersion;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;

/**
 * Checks an envelope while it is read: one Header at most, whose content is left alone, then one Body with the element of
 * one operation, which is checked against the contract.
 */
final class EnvelopeCheck extends XMLValidator implements XMLValidationSchema {

    private static final int ENVELOPE = 0;
    private static final int PART = 1;
    private static final int REQUEST = 2;

    private final RequestSchemas schemas;
    private final SoapVersion version;
    private final String namespace;
    private final Violations violations;

    private ValidationContext context;
    private RequestCheck request;
    private int depth = -1;
    private boolean inBody;
    private boolean bodySeen;
    private boolean headerSeen;

    /** @param namespace of the service's schema */
    EnvelopeCheck(RequestSchemas schemas, SoapVersion version, String namespace, Violations violations) {
        this.schemas = schemas;
        this.version = version;
        this.namespace = namespace;
        this.violations = violations;
    }

    @Override
    public XMLValidator createValidator(ValidationContext parser) {
        this.context = parser;
        return this;
    }

    @Override
    public XMLValidationSchema getSchema() {
        return this;
    }

    @Override
    public String getSchemaType() {
        return SCHEMA_ID_W3C_SCHEMA;
    }

    @Override
    public void validateElementStart(String localName, String uri, String prefix) throws XMLStreamException {
        depth++;
        if (depth == ENVELOPE) {
            requireEnvelope(localName, uri);
        } else if (depth == PART) {
            enterPart(localName, uri);
        } else if (inBody) {
            if (depth == REQUEST) {
                beginRequest(localName, uri);
            }
            request.elementStart(localName, uri, prefix);
        }
    }

    @Override
    public String validateAttribute(String localName, String uri, String prefix, String value)
            throws XMLStreamException {
        return isInRequest() ? request.attribute(localName, uri, prefix, value) : null;
    }

    @Override
    public String validateAttribute(
            String localName, String uri, String prefix, char[] valueChars, int valueStart, int valueEnd)
            throws XMLStreamException {
        return isInRequest()
                ? request.attribute(localName, uri, prefix, new String(valueChars, valueStart, valueEnd - valueStart))
                : null;
    }

    @Override
    public int validateElementAndAttributes() throws XMLStreamException {
        if (isInRequest()) {
            return request.attributesEnd();
        }
        return inBody || depth == ENVELOPE ? CONTENT_ALLOW_WS_NONSTRICT : CONTENT_ALLOW_ANY_TEXT;
    }

    @Override
    public int validateElementEnd(String localName, String uri, String prefix) throws XMLStreamException {
        int allowed = CONTENT_ALLOW_ANY_TEXT;
        if (isInRequest()) {
            allowed = request.elementEnd(localName, uri, prefix);
        } else if (inBody && depth == PART && request == null) {
            throw malformed("The body is empty.");
        } else if (depth == ENVELOPE && !bodySeen) {
            throw malformed("The envelope has no body.");
        }
        depth--;
        return depth < REQUEST ? CONTENT_ALLOW_ANY_TEXT : allowed;
    }

    @Override
    public void validateText(String text, boolean lastTextSegment) throws XMLStreamException {
        if (isInRequest()) {
            request.text(text, lastTextSegment);
        }
    }

    @Override
    public void validateText(char[] buffer, int start, int end, boolean lastTextSegment) throws XMLStreamException {
        if (isInRequest()) {
            request.text(buffer, start, end, lastTextSegment);
        }
    }

    @Override
    public void validationCompleted(boolean endOfDocument) {
        // everything has been said at the ends of the elements
    }

    @Override
    public String getAttributeType(int index) {
        return "CDATA";
    }

    @Override
    public int getIdAttrIndex() {
        return -1;
    }

    @Override
    public int getNotationAttrIndex() {
        return -1;
    }

    private boolean isInRequest() {
        return inBody && depth >= REQUEST;
    }

    private void requireEnvelope(String localName, String uri) {
        if (!localName.equals("Envelope") || !version.namespace().equals(uri)) {
            throw new SoapFault(
                    "not an envelope of this version", new QName(version.namespace(), "VersionMismatch", "soap"));
        }
    }

    private void enterPart(String localName, String uri) {
        boolean ours = version.namespace().equals(uri);
        if (ours && localName.equals("Header") && !headerSeen && !bodySeen) {
            headerSeen = true;
        } else if (ours && localName.equals("Body") && !bodySeen) {
            bodySeen = true;
            inBody = true;
        } else {
            throw malformed("An envelope holds one Header at most and then one Body, and nothing else.");
        }
    }

    private void beginRequest(String localName, String uri) throws XMLStreamException {
        if (request != null) {
            throw malformed("The body must hold one element.");
        }
        if (!namespace.equals(uri) || !schemas.contract().isOperation(new QName(uri, localName))) {
            throw new ServiceFault(ErrorCode.UNKNOWN_OPERATION.at(""));
        }
        request = schemas.check(namespace, context, violations);
    }

    private static ServiceFault malformed(String message) {
        return new ServiceFault(ErrorCode.MALFORMED_MESSAGE.at("", message));
    }
}
