package org.throughline.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * The service, running inside the test on a free port, so that a test can put something of its own into it. It has the demo
 * data, unless told otherwise.
 */
public final class RunningService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServletWebServerApplicationContext context;

    private RunningService(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /**
     * @param folder where its data goes
     * @param configuration of the test's own
     * @param arguments further settings; an empty clock is the real one
     */
    public static RunningService start(Path folder, Class<?> configuration, String... arguments) {
        XmlPlatform.choose();
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        addUnlessGiven(all, "--server.port=", "0");
        addUnlessGiven(all, "--throughline.demo-data=", "true");
        addUnlessGiven(all, "--throughline.clock=", "2026-11-15T10:00:00Z");
        addUnlessGiven(all, "--throughline.data-directory=", folder.toString());
        all.remove("--throughline.clock=");
        return new RunningService((ServletWebServerApplicationContext)
                new SpringApplicationBuilder(Main.class, configuration).run(all.toArray(String[]::new)));
    }

    private static void addUnlessGiven(List<String> arguments, String setting, String value) {
        if (arguments.stream().noneMatch(argument -> argument.startsWith(setting))) {
            arguments.add(setting + value);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String url() {
        return "http://127.0.0.1:" + context.getWebServer().getPort();
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    public HttpResponse<String> post(String path, String contentType, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }

    @Override
    public void close() {
        context.close();
    }
}
