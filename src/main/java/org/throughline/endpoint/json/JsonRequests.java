package org.throughline.endpoint.json;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.transform.sax.SAXSource;
import org.springframework.stereotype.Component;
import org.throughline.endpoint.contract.ComplexType;
import org.throughline.endpoint.contract.Contract;
import org.throughline.endpoint.contract.OperationCheck;
import org.throughline.endpoint.contract.RequestSchemas;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;
import org.xml.sax.InputSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes requests of JSON and of query parameters. They are checked exactly as requests over SOAP are, and bound by the
 * same means, so that both give the same violations and the same values.
 */
@Component
public final class JsonRequests {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(30)
                            .maxStringLength(4_000)
                            .maxNameLength(200)
                            .maxNumberLength(100)
                            .maxTokenCount(1_000_000)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final RequestSchemas schemas;
    private final Map<Package, JAXBContext> contexts = new ConcurrentHashMap<>();

    public JsonRequests(RequestSchemas schemas) {
        this.schemas = schemas;
    }

    /** @throws ServiceFault when it is not JSON, or not a request of that type, with all violations */
    public <T> T read(InputStream json, Class<T> type) throws IOException {
        return bind(parse(json), type, false);
    }

    /**
     * @param known what is known from elsewhere, by the path of its field (order.id): it may be left out of the JSON
     * @throws ServiceFault when the JSON contradicts what is known or is not a request of that type
     */
    public <T> T read(InputStream json, Map<String, JsonNode> known, Class<T> type) throws IOException {
        PushbackInputStream body = new PushbackInputStream(json);
        int first = body.read();
        if (first >= 0) {
            body.unread(first);
        }
        JsonNode root = first < 0 ? JSON.createObjectNode() : parse(body);
        if (root instanceof ObjectNode object) {
            known.forEach((path, value) -> complete(object, path, value));
        }
        return bind(root, type, false);
    }

    private static void complete(ObjectNode object, String path, JsonNode value) {
        int dot = path.lastIndexOf('.');
        JsonNode parent = object;
        for (String name : dot < 0 ? new String[0] : path.substring(0, dot).split("\\.")) {
            parent = parent instanceof ObjectNode inner
                    ? inner.has(name) ? inner.get(name) : inner.putObject(name)
                    : parent;
        }
        if (parent instanceof ObjectNode inner) {
            JsonNode given = inner.putIfAbsent(path.substring(dot + 1), value);
            if (given != null && !given.equals(value)) {
                throw new ServiceFault(
                        ErrorCode.INVALID_VALUE.at(path, "The body contradicts the address or a header."));
            }
        }
    }

    /**
     * @param parameters named like the request's fields; fields of fields with a dot: paging.size
     * @throws ServiceFault when they are not a request of that type, with all violations
     */
    public <T> T bind(Map<String, List<String>> parameters, Class<T> type) {
        Contract contract = schemas.contract();
        ComplexType request = contract.complexType(Contract.typeName(type));
        return bind(new QueryTree(contract, JSON).of(parameters, request), type, true);
    }

    private static JsonNode parse(InputStream json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root.isMissingNode()) {
                throw new ServiceFault(ErrorCode.MALFORMED_MESSAGE.at("", "The body is empty."));
            }
            return root;
        } catch (StreamConstraintsException e) {
            throw new ServiceFault(ErrorCode.MESSAGE_TOO_LARGE.at(""), e);
        } catch (JacksonException e) {
            throw ServiceFaults.in(e).orElseGet(() -> new ServiceFault(ErrorCode.MALFORMED_MESSAGE.at(""), e));
        }
    }

    private <T> T bind(JsonNode root, Class<T> type, boolean textOnly) {
        ComplexType request = schemas.contract().complexType(Contract.typeName(type));
        RequestTree tree = new RequestTree(schemas.contract(), request, root, textOnly);
        try {
            check(tree);
            return unmarshal(tree, type);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a request that was found to be valid cannot be bound", e);
        }
    }

    private void check(RequestTree tree) throws Exception {
        Violations violations = new Violations();
        OperationCheck check = OperationCheck.begin(schemas, tree.type(), violations);
        tree.tell(new CheckingSink(check.request()));
        check.end();
        violations.throwIfAny();
    }

    private <T> T unmarshal(RequestTree tree, Class<T> type) throws JAXBException {
        SAXSource source = new SAXSource(new RequestReader(tree), new InputSource());
        return context(type).createUnmarshaller().unmarshal(source, type).getValue();
    }

    private JAXBContext context(Class<?> type) {
        return contexts.computeIfAbsent(type.getPackage(), name -> {
            try {
                return JAXBContext.newInstance(name.getName(), type.getClassLoader());
            } catch (JAXBException e) {
                throw new IllegalStateException("the generated types of " + name + " do not fit together", e);
            }
        });
    }
}
