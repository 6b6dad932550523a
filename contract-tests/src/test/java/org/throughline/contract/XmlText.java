package org.throughline.contract;

import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Writes an element as a person would: indented, with the prefix {@code c} for the common types. */
final class XmlText {

    private static final String COMMON = "urn:throughline:common:v1";

    private final Map<String, String> prefixes = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();

    private XmlText() {}

    static String of(Element root) {
        XmlText writer = new XmlText();
        writer.collect(root);
        writer.write(root, "", true);
        return writer.text.toString();
    }

    private void collect(Element element) {
        String namespace = element.getNamespaceURI();
        String next = prefixes.containsValue("t") ? "t" + prefixes.size() : "t";
        prefixes.computeIfAbsent(namespace, key -> key.equals(COMMON) ? "c" : next);
        Xml.children(element).forEach(this::collect);
    }

    private void write(Element element, String indent, boolean root) {
        String name = prefixes.get(element.getNamespaceURI()) + ":" + element.getLocalName();
        text.append(indent).append('<').append(name);
        if (root) {
            prefixes.forEach((namespace, prefix) -> text.append(" xmlns:")
                    .append(prefix)
                    .append("=\"")
                    .append(namespace)
                    .append('"'));
        }
        text.append('>');
        if (Xml.children(element).isEmpty()) {
            text.append(escape(element.getTextContent()));
        } else {
            text.append('\n');
            Xml.children(element).forEach(child -> write(child, indent + "  ", false));
            text.append(indent);
        }
        text.append("</").append(name).append(">\n");
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
