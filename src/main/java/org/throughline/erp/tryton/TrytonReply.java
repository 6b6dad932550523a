package org.throughline.erp.tryton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import org.throughline.erp.tryton.TrytonError.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a response of Tryton's server says. */
final class TrytonReply {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private TrytonReply() {}

    /**
     * @throws TrytonError when it is an error
     * @throws UncheckedIOException when it does not come from Tryton: something between has failed
     */
    static JsonNode result(HttpResponse<byte[]> response) {
        if (response.statusCode() == HttpURLConnection.HTTP_FORBIDDEN) {
            throw new TrytonError(Kind.FORBIDDEN, null, "not to be called from outside");
        }
        JsonNode reply = parsed(response);
        if (reply.has("error")) {
            throw error(reply.get("error"));
        }
        return reply.get("result");
    }

    private static JsonNode parsed(HttpResponse<byte[]> response) {
        if (response.statusCode() != HttpURLConnection.HTTP_OK) {
            throw new UncheckedIOException(new IOException("Tryton's server answered with " + response.statusCode()));
        }
        try {
            JsonNode reply = JSON.readTree(response.body());
            if (reply.has("error") || reply.has("result")) {
                return reply;
            }
        } catch (JacksonException garbled) {
            throw new UncheckedIOException(new IOException("Tryton's server answered with something else", garbled));
        }
        throw new UncheckedIOException(new IOException("Tryton's server answered with something else"));
    }

    /** A list of the type and its arguments; of a text and a trace when the error has no type. */
    private static TrytonError error(JsonNode error) {
        JsonNode arguments = error.get(1);
        return switch (error.get(0).asString()) {
            case "UserError" -> new TrytonError(Kind.REFUSED, null, text(arguments, 0));
            case "UserWarning" -> new TrytonError(Kind.WARNED, text(arguments, 0), text(arguments, 1));
            case "ConcurrencyException" -> new TrytonError(Kind.CONFLICT, null, arguments.asString());
            default -> new TrytonError(Kind.FAILED, null, error.get(0).asString());
        };
    }

    private static String text(JsonNode arguments, int index) {
        return arguments.isArray() ? arguments.path(index).asString("") : "";
    }
}
