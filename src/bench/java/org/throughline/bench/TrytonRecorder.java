package org.throughline.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Stands between the service and Tryton and writes down what the service asks, so that the same can be asked without it. */
final class TrytonRecorder implements AutoCloseable {

    private static final Pattern OWN = Pattern.compile("\"method\":\"(common\\.|model\\.ir\\.module\\.)");

    private final URI tryton;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> bodies = new ArrayList<>();

    TrytonRecorder(URI tryton) throws IOException {
        this.tryton = tryton;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::forward);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The bodies of the requests since this was asked last, without what the service asks every now and then on its own account. */
    synchronized List<String> taken() {
        List<String> taken =
                bodies.stream().filter(body -> !OWN.matcher(body).find()).toList();
        bodies.clear();
        return taken;
    }

    private void forward(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        synchronized (this) {
            bodies.add(new String(body, StandardCharsets.UTF_8));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        tryton.resolve(exchange.getRequestURI().getPath()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        List<String> authorization = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
        authorization.forEach(header -> request.header("Authorization", header));
        answer(exchange, request.build());
    }

    private void answer(HttpExchange exchange, HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            exchange.sendResponseHeaders(response.statusCode(), response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
