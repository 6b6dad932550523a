package org.throughline.endpoint.json;

import java.util.Map;
import javax.xml.namespace.QName;
import org.throughline.endpoint.contract.Child;
import org.throughline.endpoint.contract.ComplexType;
import org.throughline.endpoint.contract.Contract;
import org.throughline.endpoint.contract.SimpleType;
import tools.jackson.databind.JsonNode;

/**
 * A request that came as JSON or as query parameters, told as XML elements in the order of the schema.
 *
 * @param textOnly whether numbers and booleans come as text too, as they do in query parameters
 */
record RequestTree(Contract contract, ComplexType type, JsonNode root, boolean textOnly) {

    void tell(ElementSink sink) throws Exception {
        tellObject(type, root, sink);
    }

    private void tellObject(ComplexType objectType, JsonNode object, ElementSink sink) throws Exception {
        if (!object.isObject()) {
            sink.problem("Expected is a JSON object with: "
                    + String.join(", ", objectType.byName().keySet()) + ".");
            return;
        }
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (objectType.child(property.getKey()) == null) {
                sink.unknownProperty();
            }
        }
        for (Child child : objectType.children()) {
            JsonNode value = object.get(child.localName());
            if (value != null && !value.isNull()) {
                tellProperty(child, value, sink);
            }
        }
    }

    private void tellProperty(Child child, JsonNode value, ElementSink sink) throws Exception {
        if (!child.repeated()) {
            tellElement(child, value, sink);
        } else if (value.isArray()) {
            for (JsonNode entry : value) {
                tellElement(child, entry, sink);
            }
        } else {
            sink.start(child);
            sink.problem("Expected is a JSON array.");
            sink.end(child);
        }
    }

    private void tellElement(Child child, JsonNode value, ElementSink sink) throws Exception {
        sink.start(child);
        ComplexType complex = contract.complexType(child.type());
        if (complex == null) {
            tellText(child.type(), value, sink);
        } else if (!complex.open()) {
            tellObject(complex, value, sink);
        }
        sink.end(child);
    }

    private void tellText(QName typeName, JsonNode value, ElementSink sink) throws Exception {
        SimpleType simple = contract.simpleType(typeName);
        if (!isRightKind(simple.primitive(), value)) {
            sink.problem(JsonKinds.expectation(simple, value));
        } else if (!XmlCharacters.all(value.asString())) {
            sink.problem("The text holds a character that XML cannot carry.");
        } else {
            sink.text(value.asString());
        }
    }

    private boolean isRightKind(String primitive, JsonNode value) {
        return textOnly ? value.isString() : JsonKinds.fits(primitive, value);
    }
}
