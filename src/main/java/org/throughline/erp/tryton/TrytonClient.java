package org.throughline.erp.tryton;

import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.throughline.erp.tryton.TrytonError.Kind;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import tools.jackson.databind.JsonNode;

/**
 * Tryton's JSON-RPC. Every call carries company and language. What Tryton or the network answers is told in the words of the
 * catalogue; {@link TrytonError#behind} tells more to who needs it.
 *
 * <ul>
 *   <li>ERP_UNAVAILABLE: Tryton was not reached or could not be read; nothing was changed.
 *   <li>OUTCOME_UNKNOWN: a change was sent, and it is not known what became of it.
 *   <li>REFUSED_BY_ERP, VERSION_CONFLICT, NOT_SUPPORTED_BY_ERP: Tryton says no; nothing was changed.
 *   <li>INTERNAL_ERROR: Tryton is well, but does not understand the question.
 * </ul>
 */
@Component
class TrytonClient {

    private static final String PROBE = "model.res.user.get_preferences";
    private static final int PROBES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(TrytonClient.class);

    private final TrytonSettings settings;
    private final TrytonHttp http;
    private final TrytonSessions sessions;

    TrytonClient(TrytonSettings settings) {
        this.settings = settings;
        this.http = new TrytonHttp(settings);
        this.sessions = new TrytonSessions(settings, http);
    }

    /** The company that the service works for. */
    long company() {
        return asking(() -> sessions.current().company());
    }

    /** Version of the server, which nobody has to be logged in for. */
    String version() {
        return asking(() -> TrytonReply.result(http.post("", null, body("common.server.version", List.of()))))
                .asString();
    }

    /** Whether the server and its database answer within that time. */
    boolean answers(Duration patience) {
        try {
            exchange(PROBE, List.of(true), Map.of(), patience);
            return true;
        } catch (UncheckedIOException | TrytonError down) {
            LOG.warn("{} cannot be reached: {}", settings, down.getMessage());
            return false;
        }
    }

    /**
     * Calls what may change something; never twice.
     *
     * @param method with the model, such as model.sale.sale.quote
     * @param parameters of the method without the context
     * @param context what is set beside company and language
     */
    JsonNode call(String method, List<?> parameters, Map<String, ?> context) {
        asking(sessions::current);
        try {
            return exchange(method, parameters, context, settings.answerTime());
        } catch (TrytonHttp.NotSent unreachable) {
            throw unavailable(unreachable);
        } catch (UncheckedIOException broken) {
            throw new ServiceFault(ErrorCode.OUTCOME_UNKNOWN.at(""), broken);
        } catch (TrytonError error) {
            throw error.kind() == Kind.FAILED
                    ? new ServiceFault(ErrorCode.OUTCOME_UNKNOWN.at(""), error)
                    : error.fault();
        }
    }

    JsonNode call(String method, List<?> parameters) {
        return call(method, parameters, Map.of());
    }

    /** Calls what changes nothing, such as on_change; once more when the connection breaks. */
    JsonNode ask(String method, List<?> parameters, Map<String, ?> context) {
        return asking(() -> exchange(method, parameters, context, settings.answerTime()));
    }

    List<TrytonRecord> searchRead(TrytonQuery query) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(query.domain());
        parameters.add(query.offset());
        parameters.add(query.limit());
        parameters.add(query.order().isEmpty() ? null : query.order());
        parameters.add(query.fields());
        return records(ask("model." + query.model() + ".search_read", parameters, query.context()));
    }

    /** In the order of the ids; Tryton refuses ids that it does not have. */
    List<TrytonRecord> read(String model, Collection<Long> ids, List<String> fields, Map<String, ?> context) {
        return ids.isEmpty()
                ? List.of()
                : records(ask("model." + model + ".read", List.of(List.copyOf(ids), fields), context));
    }

    /** How many records the query would find; offset, limit and order do not matter. */
    long count(TrytonQuery query) {
        return ask("model." + query.model() + ".search_count", List.of(query.domain()), query.context())
                .asLong();
    }

    /** All of them or, when Tryton refuses one, none. */
    List<Long> create(String model, List<Map<String, Object>> values, Map<String, ?> context) {
        return StreamSupport.stream(
                        call("model." + model + ".create", List.of(values), context)
                                .spliterator(),
                        false)
                .map(JsonNode::asLong)
                .toList();
    }

    /** The same change to each of the records. */
    void write(String model, Collection<Long> ids, Map<String, ?> values, Map<String, ?> context) {
        call("model." + model + ".write", List.of(List.copyOf(ids), values), context);
    }

    private <T> T asking(Supplier<T> question) {
        try {
            return patiently(question);
        } catch (UncheckedIOException unreadable) {
            throw unavailable(unreadable);
        } catch (TrytonError error) {
            throw error.fault();
        }
    }

    /**
     * A connection that was kept can be closed by the server at the moment of asking, and each of Tryton's processes fails once
     * after its database was restarted, so a question is repeated.
     */
    private <T> T patiently(Supplier<T> question) {
        try {
            return question.get();
        } catch (TrytonHttp.NotSent unreachable) {
            throw unreachable;
        } catch (UncheckedIOException broken) {
            if (TrytonHttp.isTimeOut(broken)) {
                throw broken;
            }
            return question.get();
        } catch (TrytonError error) {
            if (error.kind() != Kind.FAILED) {
                throw error;
            }
            checkThatItIsWell();
            return question.get();
        }
    }

    /** Tells a server whose database is down from a question that Tryton cannot answer: the answer to both is a text. */
    private void checkThatItIsWell() {
        for (int attempt = 1; ; attempt++) {
            try {
                exchange(PROBE, List.of(true), Map.of(), settings.answerTime());
                return;
            } catch (TrytonError unwell) {
                if (attempt == PROBES) {
                    throw unavailable(unwell);
                }
            }
        }
    }

    /** A session that has expired is renewed: what was sent with it was not done. */
    private JsonNode exchange(String method, List<?> parameters, Map<String, ?> context, Duration patience) {
        TrytonSession session = sessions.current();
        HttpResponse<byte[]> response = send(session, method, parameters, context, patience);
        if (response.statusCode() == HttpURLConnection.HTTP_UNAUTHORIZED) {
            response = send(sessions.renewed(session), method, parameters, context, patience);
        }
        return TrytonReply.result(response);
    }

    private HttpResponse<byte[]> send(
            TrytonSession session, String method, List<?> parameters, Map<String, ?> context, Duration patience) {
        Map<String, Object> whole = new HashMap<>(session.context());
        whole.putAll(context);
        List<Object> all = new ArrayList<>(parameters);
        all.add(whole);
        return http.post(settings.database(), session.authorization(), body(method, all), patience);
    }

    /** Exactly these three: with less, or more, Tryton answers errors as HTML. */
    static byte[] body(String method, List<?> parameters) {
        return TrytonReply.JSON.writeValueAsBytes(
                TrytonJson.of(Map.of("id", 1, "method", method, "params", parameters)));
    }

    private static List<TrytonRecord> records(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(TrytonRecord::new)
                .toList();
    }

    private static ServiceFault unavailable(RuntimeException cause) {
        return new ServiceFault(ErrorCode.ERP_UNAVAILABLE.at(""), cause);
    }
}
