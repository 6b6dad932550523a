package org.throughline.erp.tryton;

import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.erp.tryton.TrytonError.Kind;
import tools.jackson.databind.JsonNode;

/**
 * Logs in, once for all threads: Tryton spends a third of a second on a password. A password that Tryton does not take is not
 * tried again for a while, twice as long each time: with each wrong one in five minutes Tryton lets the next wait for up to twice as many
 * seconds, a right one too, and after five it locks the user out.
 */
final class TrytonSessions {

    private static final Logger LOG = LoggerFactory.getLogger(TrytonSessions.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int TOO_MANY_REQUESTS = 429;

    private final TrytonSettings settings;
    private final TrytonHttp http;
    private volatile TrytonSession session;
    private TrytonError refusal;
    private long refusedAt;
    private Duration pause = FIRST_PAUSE;

    TrytonSessions(TrytonSettings settings, TrytonHttp http) {
        this.settings = settings;
        this.http = http;
    }

    /** @throws TrytonError NOT_ADMITTED */
    TrytonSession current() {
        TrytonSession known = session;
        return known == null ? renewed(null) : known;
    }

    /**
     * A session after the one that has expired. Threads that find at the same time that it has, get the same.
     *
     * @throws TrytonError as {@link #current}
     */
    synchronized TrytonSession renewed(TrytonSession expired) {
        if (session == null || session == expired) {
            session = null;
            session = login();
        }
        return session;
    }

    private TrytonSession login() {
        if (refusal != null && System.nanoTime() - refusedAt < pause.toNanos()) {
            throw refusal;
        }
        List<Object> parameters = List.of(settings.user(), Map.of("password", settings.password()), "en");
        HttpResponse<byte[]> response =
                http.post(settings.database(), null, TrytonClient.body("common.db.login", parameters));
        checkLogin(response.statusCode());
        JsonNode user = TrytonReply.result(response);
        String key =
                settings.user() + ":" + user.get(0).asLong() + ":" + user.get(1).asString();
        String authorization = "Session " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        TrytonSession admitted = new TrytonSession(authorization, context(authorization));
        refusal = null;
        return admitted;
    }

    private void checkLogin(int status) {
        switch (status) {
            case HttpURLConnection.HTTP_UNAUTHORIZED -> throw refused("does not accept the user or the password");
            case HttpURLConnection.HTTP_NOT_FOUND -> throw refused("does not have the database");
            case TOO_MANY_REQUESTS -> throw refused("has been asked to log in too often");
            default -> LOG.debug("{} has answered {}", settings, status);
        }
    }

    private TrytonError refused(String why) {
        LOG.error("{} {}: see throughline.tryton", settings, why);
        pause = refusal == null ? FIRST_PAUSE : longer(pause);
        refusal = new TrytonError(Kind.NOT_ADMITTED, null, "Tryton " + why);
        refusedAt = System.nanoTime();
        return refusal;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private Map<String, Object> context(String authorization) {
        JsonNode preferences = TrytonReply.result(http.post(
                settings.database(),
                authorization,
                TrytonClient.body("model.res.user.get_preferences", List.of(true, Map.of()))));
        Map<String, Object> context = new HashMap<>();
        context.put("company", company(preferences.path("company")));
        context.put("language", preferences.path("language").asString("en"));
        return Map.copyOf(context);
    }

    private Long company(JsonNode ofUser) {
        if (settings.company().isPresent()) {
            return settings.company().getAsLong();
        }
        if (!ofUser.isNumber()) {
            throw refused("does not say for which company the user works");
        }
        return ofUser.asLong();
    }
}
