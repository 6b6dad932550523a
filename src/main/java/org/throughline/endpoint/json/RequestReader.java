package org.throughline.endpoint.json;

import org.throughline.endpoint.contract.Child;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/** Reads a request that was found to be valid as if it were XML. */
final class RequestReader extends XMLFilterImpl {

    private static final AttributesImpl NO_ATTRIBUTES = new AttributesImpl();
    private static final String ROOT = "request";
    private static final String INTERNED_NAMES = "http://xml.org/sax/features/string-interning";

    private final RequestTree tree;

    RequestReader(RequestTree tree) {
        this.tree = tree;
    }

    /** Answers what the binding asks for each request; what is not known to be true is false. */
    @Override
    public boolean getFeature(String name) {
        return name.equals(INTERNED_NAMES);
    }

    @Override
    public void setFeature(String name, boolean value) {
        // namespaces are always reported, and there is nothing else to choose
    }

    @Override
    public void parse(InputSource ignored) throws SAXException {
        ContentHandler handler = getContentHandler();
        handler.startDocument();
        handler.startElement("", ROOT, ROOT, NO_ATTRIBUTES);
        try {
            tree.tell(new ForwardingSink(handler));
        } catch (SAXException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new SAXException(e);
        }
        handler.endElement("", ROOT, ROOT);
        handler.endDocument();
    }

    private record ForwardingSink(ContentHandler handler) implements ElementSink {

        @Override
        public void start(Child element) throws SAXException {
            String name = element.localName();
            handler.startElement(element.name().getNamespaceURI(), name, name, NO_ATTRIBUTES);
        }

        @Override
        public void text(String text) throws SAXException {
            handler.characters(text.toCharArray(), 0, text.length());
        }

        @Override
        public void end(Child element) throws SAXException {
            String name = element.localName();
            handler.endElement(element.name().getNamespaceURI(), name, name);
        }

        @Override
        public void problem(String message) {
            throw new IllegalStateException("the request was found to be valid before");
        }

        @Override
        public void unknownProperty() {
            throw new IllegalStateException("the request was found to be valid before");
        }
    }
}
