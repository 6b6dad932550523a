package org.throughline.endpoint.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads what an abstract WSDL says about its operations. */
final class WsdlReader {

    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String NAMESPACE_END = ":wsdl";

    private WsdlReader() {}

    /** Documentation by the operation's element; empty for a WSDL without a port type. */
    static Map<QName, String> operations(Element definitions) {
        String namespace = definitions.getAttribute("targetNamespace").replaceFirst(NAMESPACE_END + "$", "");
        Map<QName, String> found = new LinkedHashMap<>();
        NodeList operations = definitions.getElementsByTagNameNS(WSDL, "operation");
        for (int i = 0; i < operations.getLength(); i++) {
            Element operation = (Element) operations.item(i);
            String documentation = documentation(operation);
            if (!documentation.isEmpty()) {
                found.put(new QName(namespace, operation.getAttribute("name")), documentation);
            }
        }
        return found;
    }

    private static String documentation(Element operation) {
        for (Node node = operation.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getLocalName().equals("documentation")) {
                return element.getTextContent().strip();
            }
        }
        return "";
    }
}
