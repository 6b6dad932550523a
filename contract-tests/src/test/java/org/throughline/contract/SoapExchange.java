package org.throughline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Puts a step to the service over SOAP. */
final class SoapExchange {

    private static final Set<String> CALLERS_FAULTS =
            Set.of("invalidRequestFault", "notFoundFault", "conflictFault", "refusedFault");

    private final Case example;
    private final Binding binding;
    private final Variables variables;

    SoapExchange(Case example, Binding binding, Variables variables) {
        this.example = example;
        this.binding = binding;
        this.variables = variables;
    }

    /** The answer, after it has been found to be as expected. */
    Answer run(Step step) {
        String request = variables.resolve(Step.read(step.isRaw() ? step.rawRequest() : step.soapRequest()));
        Optional<Element> message = step.isRaw() ? Optional.empty() : Xml.parsed(request);
        Optional<Element> payload = message.flatMap(SoapExchange::payloadOf);
        payload.ifPresent(this::checkRequest);
        Reply reply = send(step, request, payload);
        Element envelope = envelope(reply);
        Element answer =
                payloadOf(envelope).orElseThrow(() -> new AssertionError("the answer's Body is empty: " + reply));
        if (reply.status() >= 400) {
            Leaks.check(reply);
        }
        return answer.getLocalName().equals("Fault") ? fault(step, answer, reply) : success(step, answer, reply);
    }

    private Answer success(Step step, Element answer, Reply reply) {
        compare(step, answer, reply);
        assertThat(reply.status()).as("HTTP status of %s", reply).isEqualTo(status(200));
        return Answer.of(false, values(answer), expected(step));
    }

    private Answer fault(Step step, Element fault, Reply reply) {
        Element detail = Xml.child(fault, binding == Binding.SOAP11 ? "detail" : "Detail")
                .flatMap(Xml::firstChild)
                .orElseThrow(() -> new AssertionError("the fault has no detail: " + reply));
        compare(step, detail, reply);
        boolean callers = CALLERS_FAULTS.contains(detail.getLocalName());
        assertThat(faultCode(fault)).as("fault code of %s", reply).isEqualTo(callers ? callersCode() : servicesCode());
        assertThat(reply.status()).as("HTTP status of %s", reply).isEqualTo(status(500));
        return Answer.of(true, Flat.of(detail), expected(step));
    }

    private void compare(Step step, Element answer, Reply reply) {
        if (!java.nio.file.Files.exists(step.soapAnswer())) {
            Recorder.soap(step, answer, variables, reply);
        }
        XmlComparison.check(variables.resolve(Step.read(step.soapAnswer())), answer, variables, reply);
        assertThat(Contract.get().violations(answer))
                .as("the answer against the schema: %s", reply)
                .isEmpty();
    }

    private void checkRequest(Element payload) {
        if (example.kind() != Kind.MALFORMED) {
            assertThat(Contract.get().violations(payload))
                    .as("the case's own request against the schema")
                    .isEmpty();
        }
    }

    private Reply send(Step step, String request, Optional<Element> payload) {
        String operation = payload.map(Element::getLocalName).orElse(example.operation());
        String namespace = payload.map(Element::getNamespaceURI)
                .filter(uri -> uri.startsWith("urn:throughline:"))
                .orElse("urn:throughline:" + example.capability() + ":v1");
        String action = namespace + ":" + operation;
        Map<String, String> headers = new LinkedHashMap<>();
        if (binding == Binding.SOAP11) {
            headers.put("Content-Type", contentType("text/xml; charset=utf-8"));
            headers.put("SOAPAction", '"' + action + '"');
        } else {
            headers.put("Content-Type", contentType("application/soap+xml; charset=utf-8; action=\"" + action + '"'));
        }
        URI address = URI.create(Settings.endpoint() + Contract.get().soapPath(capability(namespace), binding));
        return Wire.send("POST", address, headers, step.isRaw() ? request : envelopeOf(request));
    }

    private String contentType(String usual) {
        return example.properties().getProperty("contentType", usual);
    }

    private String capability(String namespace) {
        String[] parts = namespace.split(":");
        return Contract.get().operations().containsKey(parts[2]) ? parts[2] : example.capability();
    }

    private String envelopeOf(String request) {
        Optional<Element> root = Xml.parsed(request);
        String text = request.replaceFirst("^\\s*<\\?xml[^>]*\\?>", "");
        if (root.isPresent() && root.get().getLocalName().equals("Envelope")) {
            return text.replace(root.get().getNamespaceURI(), binding.namespace());
        }
        return "<soap:Envelope xmlns:soap=\"" + binding.namespace() + "\"><soap:Body>" + text
                + "</soap:Body></soap:Envelope>";
    }

    private Element envelope(Reply reply) {
        Element root = Xml.parse(reply.body());
        assertThat(root.getLocalName()).as("root of %s", reply).isEqualTo("Envelope");
        assertThat(root.getNamespaceURI()).as("SOAP version of %s", reply).isEqualTo(binding.namespace());
        assertThat(reply.contentType())
                .as("content type")
                .startsWith(binding == Binding.SOAP11 ? "text/xml" : "application/soap+xml");
        return root;
    }

    private static Optional<Element> payloadOf(Element message) {
        return message.getLocalName().equals("Envelope")
                ? Xml.child(message, "Body").flatMap(Xml::firstChild)
                : Optional.of(message);
    }

    /** The values of an answer's result: the wrapper has exactly one child. */
    private static Map<String, String> values(Element wrapper) {
        return Flat.of(Xml.child(wrapper, "result").orElse(wrapper));
    }

    private static Map<String, String> expected(Step step) {
        return values(Xml.parse(Step.read(step.soapAnswer())));
    }

    private static String faultCode(Element fault) {
        Element code = Xml.child(fault, "faultcode")
                .or(() -> Xml.child(fault, "Code").flatMap(parent -> Xml.child(parent, "Value")))
                .orElseThrow(() -> new AssertionError("the fault has no code"));
        String text = code.getTextContent().strip();
        return text.substring(text.indexOf(':') + 1);
    }

    private String callersCode() {
        return binding == Binding.SOAP11 ? "Client" : "Sender";
    }

    private String servicesCode() {
        return binding == Binding.SOAP11 ? "Server" : "Receiver";
    }

    private int status(int usual) {
        String own = example.status(binding);
        return own == null ? usual : Integer.parseInt(own);
    }
}
