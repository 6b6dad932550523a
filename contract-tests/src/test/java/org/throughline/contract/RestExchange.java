package org.throughline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Puts a step to the service over REST. */
final class RestExchange {

    private final Variables variables;

    RestExchange(Variables variables) {
        this.variables = variables;
    }

    /** The answer, after it has been found to be as expected. */
    Answer run(Step step) {
        Reply reply = send(Step.read(step.restRequest()));
        if (reply.status() >= 400) {
            Leaks.check(reply);
        }
        if (!Files.exists(step.restAnswer())) {
            Recorder.rest(step, variables, reply);
        }
        String raw = Step.read(step.restAnswer());
        JsonNode expected = Json.parse(variables.resolve(raw));
        assertThat(reply.status())
                .as("HTTP status of %s", reply)
                .isEqualTo(expected.required("status").asInt());
        checkHeaders(expected, reply);
        if (!expected.has("body")) {
            assertThat(reply.body()).as("body of %s", reply).isEmpty();
            return Answer.of(false, Map.of(), Map.of());
        }
        assertThat(reply.contentType())
                .as("content type of %s", reply)
                .startsWith(reply.status() < 400 ? "application/json" : "application/problem+json");
        JsonComparison.check(expected.get("body"), reply, variables);
        return Answer.of(
                reply.status() >= 400,
                Flat.of(Json.parse(reply.body())),
                Flat.of(Json.parse(raw).get("body")));
    }

    private Reply send(String request) {
        String[] parts = request.replace("\r\n", "\n").split("\n\n", 2);
        String[] head = parts[0].strip().split("\n");
        String[] first = head[0].strip().split(" +");
        if (first.length != 2) {
            throw new IllegalArgumentException("the first line must be a method and a path: " + head[0]);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (int line = 1; line < head.length; line++) {
            String[] header = variables.resolve(head[line]).split(":", 2);
            headers.put(header[0].strip(), header[1].strip());
        }
        String body = parts.length < 2 ? "" : variables.resolve(parts[1]).strip();
        return Wire.send(first[0], URI.create(Settings.endpoint() + variables.resolveTarget(first[1])), headers, body);
    }

    private void checkHeaders(JsonNode expected, Reply reply) {
        if (!expected.has("headers")) {
            return;
        }
        expected.get("headers").propertyStream().forEach(header -> {
            String wanted = header.getValue().asString();
            String found = reply.headers().firstValue(header.getKey()).orElse(null);
            boolean same = Placeholder.parse(wanted)
                    .map(placeholder ->
                            placeholder.matches(found, value -> variables.set(placeholder.argument(), value)))
                    .orElse(wanted.equals(found));
            assertThat(same)
                    .as("header %s: expected %s but was %s", header.getKey(), wanted, found)
                    .isTrue();
        });
    }
}
