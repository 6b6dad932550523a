package org.throughline.erp.tryton;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between the connector and a Tryton, and loses requests or answers: Tryton has done what nobody hears of. */
final class LossyTryton implements AutoCloseable {

    private static final Pattern METHOD = Pattern.compile("\"method\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger lost = new AtomicInteger();
    private final HttpServer server;
    private final TrytonSettings behind;
    private volatile Predicate<String> losesRequest = method -> false;
    private volatile Predicate<String> losesAnswer = method -> false;

    LossyTryton(TrytonSettings behind) {
        this.behind = behind;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    /** Leads through here. */
    TrytonSettings settings() {
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new TrytonSettings(
                here,
                behind.database(),
                behind.user(),
                behind.password(),
                behind.company(),
                behind.connectTime(),
                behind.answerTime());
    }

    /** @param which by the name of the method */
    void loseRequests(Predicate<String> which) {
        losesRequest = which;
    }

    /** @param which by the name of the method */
    void loseAnswers(Predicate<String> which) {
        losesAnswer = which;
    }

    /** How many requests and answers were lost. */
    int lost() {
        return lost.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String method = method(body);
        if (losesRequest.test(method)) {
            lose(exchange);
            return;
        }
        HttpResponse<byte[]> answer = forward(exchange, body);
        if (losesAnswer.test(method)) {
            lose(exchange);
            return;
        }
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private void lose(HttpExchange exchange) {
        lost.incrementAndGet();
        exchange.close();
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        behind.url().resolve(exchange.getRequestURI().getPath()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String method(byte[] body) {
        Matcher method = METHOD.matcher(new String(body, StandardCharsets.UTF_8));
        return method.find() ? method.group(1) : "";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
