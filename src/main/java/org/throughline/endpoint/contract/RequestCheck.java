package org.throughline.endpoint.contract;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.validation.ValidationContext;
import org.codehaus.stax2.validation.XMLValidationProblem;
import org.codehaus.stax2.validation.XMLValidationSchema;
import org.codehaus.stax2.validation.XMLValidator;
import org.throughline.shared.Violations;

/**
 * Checks one request's element, from its start to its end, against its schema. The schema's validator says whether
 * something is wrong; where and what comes from {@link Position}, which follows the same events. After the first violation
 * the validator has lost its place, so from then on {@link Position} and {@link ValueCheck} look for more alone. At
 * days they always look, because the validator lets the 30th of February pass. Nothing that the caller sent is repeated in
 * a violation.
 */
public final class RequestCheck {

    private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

    private final XMLValidator validator;
    private final Alarm alarm;
    private final Position position;
    private final StringBuilder text = new StringBuilder();
    private boolean refused;

    private RequestCheck(XMLValidator validator, Alarm alarm, Position position) {
        this.validator = validator;
        this.alarm = alarm;
        this.position = position;
    }

    static RequestCheck of(
            Contract contract, XMLValidationSchema schema, ValidationContext context, Violations violations)
            throws XMLStreamException {
        Alarm alarm = new Alarm(context);
        return new RequestCheck(schema.createValidator(alarm), alarm, new Position(contract, violations));
    }

    public void elementStart(String localName, String namespace, String prefix) throws XMLStreamException {
        position.enter(localName, namespace);
        text.setLength(0);
        if (!refused) {
            validator.validateElementStart(localName, namespace, prefix);
        }
        checkStart();
    }

    /** @return the value as the schema normalises it; null for as it is */
    public String attribute(String localName, String namespace, String prefix, String value) throws XMLStreamException {
        String normalised = refused ? null : validator.validateAttribute(localName, namespace, prefix, value);
        if (rang() || refused && !XSI.equals(namespace)) {
            position.problem("The element takes no such attribute.");
        }
        return normalised;
    }

    /** All attributes of the element have been given. */
    public int attributesEnd() throws XMLStreamException {
        int allowed = refused ? XMLValidator.CONTENT_ALLOW_VALIDATABLE_TEXT : validator.validateElementAndAttributes();
        checkStart();
        return refused ? XMLValidator.CONTENT_ALLOW_VALIDATABLE_TEXT : allowed;
    }

    public void text(String part, boolean last) throws XMLStreamException {
        text.append(part);
        if (!refused) {
            validator.validateText(part, last);
        }
        if (rang()) {
            position.wrongText();
        }
    }

    public void text(char[] buffer, int start, int end, boolean last) throws XMLStreamException {
        text.append(buffer, start, end - start);
        if (!refused) {
            validator.validateText(buffer, start, end, last);
        }
        if (rang()) {
            position.wrongText();
        }
    }

    public int elementEnd(String localName, String namespace, String prefix) throws XMLStreamException {
        int allowed = refused
                ? XMLValidator.CONTENT_ALLOW_VALIDATABLE_TEXT
                : validator.validateElementEnd(localName, namespace, prefix);
        boolean looksMyself = refused || position.holdsDay();
        if (rang() || looksMyself && position.isWrongEnd(text.toString())) {
            refused = true;
            position.wrongEnd();
        }
        position.leave();
        text.setLength(0);
        return refused ? XMLValidator.CONTENT_ALLOW_VALIDATABLE_TEXT : allowed;
    }

    /** Something that the element of the moment suffers from and that schemas cannot say. */
    public void problem(String message) {
        refused = true;
        position.problem(message);
    }

    /** The element of the moment holds something that its type does not know; it is left out of the events. */
    public void unknownContent() {
        position.unknownContent();
    }

    private void checkStart() {
        if (rang() || refused && position.isWrongStart()) {
            position.wrongStart();
        }
    }

    /** Whether the validator has found a problem; it is asked until its first one. */
    private boolean rang() {
        boolean rang = alarm.rang();
        refused |= rang;
        return rang;
    }

    /** Takes what the validator reports. */
    private static final class Alarm extends ForwardingValidationContext {

        private boolean ringing;

        Alarm(ValidationContext context) {
            super(context);
        }

        @Override
        public void reportProblem(XMLValidationProblem problem) {
            ringing = true;
        }

        boolean rang() {
            boolean rang = ringing;
            ringing = false;
            return rang;
        }
    }
}
