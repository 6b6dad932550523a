package org.throughline.endpoint.soap;

import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/** Refuses what the Basic Profile forbids in an envelope: processing instructions, a DTD, entities, XML 1.1,
 * other encodings. */
final class StrictReader extends StreamReaderDelegate {

    StrictReader(XMLStreamReader reader) {
        super(reader);
        requireXml10(reader);
        requireAllowed(reader.getEventType());
    }

    @Override
    public int next() throws XMLStreamException {
        return requireAllowed(super.next());
    }

    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (event == CHARACTERS && isWhiteSpace() || event == SPACE || event == COMMENT) {
            event = next();
        }
        if (event != START_ELEMENT && event != END_ELEMENT) {
            throw new ServiceFault(ErrorCode.MALFORMED_MESSAGE.at(""));
        }
        return event;
    }

    private static int requireAllowed(int event) {
        if (event == XMLStreamConstants.PROCESSING_INSTRUCTION
                || event == XMLStreamConstants.DTD
                || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw malformed("Processing instructions, document types and entities are not accepted.");
        }
        return event;
    }

    private static void requireXml10(XMLStreamReader reader) {
        if (reader.getVersion() != null && !reader.getVersion().equals("1.0")) {
            throw malformed("Only XML 1.0 is accepted.");
        }
        String encoding = reader.getCharacterEncodingScheme();
        if (encoding != null && !encoding.toLowerCase(Locale.ROOT).equals("utf-8")) {
            throw new ServiceFault(ErrorCode.UNSUPPORTED_MEDIA_TYPE.at("", "Only UTF-8 is accepted."));
        }
    }

    private static ServiceFault malformed(String message) {
        return new ServiceFault(ErrorCode.MALFORMED_MESSAGE.at("", message));
    }
}
