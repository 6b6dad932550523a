package org.throughline.endpoint.contract;

import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.validation.ValidationContext;
import org.codehaus.stax2.validation.XMLValidationSchema;
import org.codehaus.stax2.validation.XMLValidationSchemaFactory;
import org.springframework.stereotype.Component;
import org.throughline.shared.Violations;

/** The compiled schemas; each is compiled when it is first needed. Thread-safe. */
@Component
public final class RequestSchemas {

    private final Contract contract;
    private final Map<String, XMLValidationSchema> compiled = new ConcurrentHashMap<>();

    public RequestSchemas(Contract contract) {
        this.contract = contract;
    }

    /**
     * A check of one request.
     *
     * @param namespace of the service's schema
     * @param context of the parser that reads the request
     */
    public RequestCheck check(String namespace, ValidationContext context, Violations violations)
            throws XMLStreamException {
        return RequestCheck.of(contract, compiled.computeIfAbsent(namespace, this::compile), context, violations);
    }

    public Contract contract() {
        return contract;
    }

    private XMLValidationSchema compile(String namespace) {
        URL location = contract.locations().get(namespace);
        try {
            return XMLValidationSchemaFactory.newInstance(XMLValidationSchema.SCHEMA_ID_W3C_SCHEMA)
                    .createSchema(location);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the schema of " + namespace + " cannot be compiled", e);
        }
    }
}
