package org.throughline.crash;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Carries a request to the service and its answer back, over SOAP or REST. */
enum Wire {
    SOAP {
        @Override
        Reply send(String url, Ask ask) throws IOException {
            String envelope =
                    "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/' xmlns:t='urn:throughline:order:v1'"
                            + " xmlns:c='urn:throughline:common:v1'><e:Body><t:" + ask.operation() + "><t:request>"
                            + xml(ask.request()) + "</t:request></t:" + ask.operation() + "></e:Body></e:Envelope>";
            HttpResponse<byte[]> answer = exchange(url + "/soap/order/v1/soap11", "text/xml; charset=utf-8", envelope);
            Element content = child(child(parsed(answer), "Body"), null);
            boolean isFault = "Fault".equals(content.getLocalName());
            return new Reply(isFault, tree(child(isFault ? child(content, "detail") : content, null)));
        }
    },
    REST {
        @Override
        Reply send(String url, Ask ask) throws IOException {
            HttpResponse<byte[]> answer =
                    exchange(url + ask.path(), "application/json", ask.body().toString());
            return new Reply(answer.statusCode() >= 400, json(answer));
        }
    };

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** @throws IOException when there is no answer, or none of the service's; what was asked may have been done */
    abstract Reply send(String url, Ask ask) throws IOException;

    /** What there is at an address, in JSON. */
    static JsonNode get(String url) throws IOException {
        return json(exchange(HttpRequest.newBuilder(URI.create(url)).GET()));
    }

    private static HttpResponse<byte[]> exchange(String url, String type, String body) throws IOException {
        return exchange(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<byte[]> exchange(HttpRequest.Builder asked) throws IOException {
        HttpRequest request = asked.timeout(PATIENCE).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("not JSON: " + answer.statusCode(), e);
        }
    }

    private static Element parsed(HttpResponse<byte[]> answer) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer.body()))
                    .getDocumentElement();
        } catch (SAXException e) {
            throw new IOException("not XML: " + answer.statusCode(), e);
        } catch (ParserConfigurationException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** @param name null: whichever is the first */
    private static Element child(Node parent, String name) throws IOException {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && (name == null || name.equals(element.getLocalName()))) {
                return element;
            }
        }
        throw new IOException("an answer without " + name);
    }

    /** As JSON has it: what is repeated is an array. */
    private static JsonNode tree(Element element) {
        ObjectNode tree = NODES.objectNode();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                add(tree, inner.getLocalName(), tree(inner));
            }
        }
        return tree.isEmpty() ? NODES.stringNode(element.getTextContent()) : tree;
    }

    private static void add(ObjectNode tree, String name, JsonNode value) {
        JsonNode before = tree.get(name);
        if (before == null) {
            tree.set(name, value);
        } else if (before instanceof ArrayNode array) {
            array.add(value);
        } else {
            tree.set(name, NODES.arrayNode().add(before).add(value));
        }
    }

    private static String xml(JsonNode object) {
        StringBuilder xml = new StringBuilder();
        object.properties().forEach(field -> {
            if (field.getValue() instanceof ArrayNode array) {
                array.forEach(value -> xml.append(element(field.getKey(), value)));
            } else {
                xml.append(element(field.getKey(), field.getValue()));
            }
        });
        return xml.toString();
    }

    private static String element(String name, JsonNode value) {
        String qualified = (name.equals("account") || name.equals("id") ? "c:" : "t:") + name;
        return "<" + qualified + ">" + (value.isObject() ? xml(value) : value.asString()) + "</" + qualified + ">";
    }
}
