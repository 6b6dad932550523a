package org.throughline;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.ServiceProcess;

/** An ERP that hangs while orders come in, and a service that is started anew meanwhile: the orders go through in the end. */
class QueuedOrdersIT {

    private static final long PATIENCE_SECONDS = 120;

    @Test
    void whatCameInWhileTheErpHungIsOrderedWhenItIsBackThoughTheServiceWasStartedAnew(@TempDir Path folder)
            throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            try (ServiceProcess service = start(folder, postgres, true)) {
                assertThat(rest(service, "/api/v1/orders", order("before")).statusCode())
                        .isEqualTo(201);
            }
            try (Connection erp = hanging(postgres)) {
                try (ServiceProcess service = start(folder, postgres, false)) {
                    assertQueued(rest(service, "/api/v1/orders", order("rest")));
                    assertThat(soap(service, "soap"))
                            .contains("QUEUED</", "estimatedAt>")
                            .doesNotContain("Fault");
                    assertThat(outcome(service, "rest"))
                            .contains("\"IN_PROGRESS\"", "\"ERP_UNAVAILABLE\"", "\"doubtful\":false");
                }
                try (ServiceProcess service = start(folder, postgres, false)) {
                    assertThat(outcome(service, "rest")).contains("\"IN_PROGRESS\"");
                    assertThat(rest(service, "/actuator/health", null).body()).contains("\"queuedRequests\":2");
                    erp.rollback();
                    waitForCommitted(service, "rest");
                    waitForCommitted(service, "soap");
                    HttpResponse<String> again = rest(service, "/api/v1/orders", order("rest"));
                    assertThat(again.statusCode()).isEqualTo(200);
                    assertThat(again.body()).contains("\"CONFIRMED\"", "\"replayed\":true");
                }
            }
        }
    }

    /** A lock on the ERP's accounts, which every order needs. */
    private static Connection hanging(EmbeddedPostgres postgres) throws Exception {
        Connection connection = postgres.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table erp.account in access exclusive mode");
        }
        return connection;
    }

    private static void assertQueued(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).isEqualTo(202);
        assertThat(reply.headers().firstValue("Location")).contains("/api/v1/orders/outcomes/rest");
        assertThat(reply.body()).contains("\"QUEUED\"", "\"estimatedAt\":\"").doesNotContain("\"order\":");
    }

    private static void waitForCommitted(ServiceProcess service, String requestId) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!outcome(service, requestId).contains("\"COMMITTED\"")) {
            assertThat(System.nanoTime() - end)
                    .as(() -> "not committed in time: " + service.output())
                    .isNegative();
            Thread.sleep(200);
        }
    }

    private static ServiceProcess start(Path folder, EmbeddedPostgres postgres, boolean demoData) {
        return ServiceProcess.start(
                folder,
                "--throughline.database.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--throughline.demo-data=" + demoData,
                "--throughline.resilience.time-out=1s",
                "--throughline.resilience.pause=1s",
                "--throughline.orders.first-retry=500ms",
                "--throughline.orders.longest-retry=1s");
    }

    private static String order(String requestId) {
        return """
                {"requestId":"%s","order":{"customer":{"account":{"id":"C0001"}},"line":[{"item":"HE040","quantity":"1"}]}}""".formatted(requestId);
    }

    private static String soap(ServiceProcess service, String requestId) throws Exception {
        String message = """
                <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>
                <t:createOrder xmlns:t="urn:throughline:order:v1" xmlns:c="urn:throughline:common:v1"><t:request>
                <t:requestId>%s</t:requestId><t:order><t:customer><c:account><c:id>C0001</c:id></c:account></t:customer>
                <t:line><t:item>HE040</t:item><t:quantity>1</t:quantity></t:line></t:order>
                </t:request></t:createOrder></e:Body></e:Envelope>""".formatted(requestId);
        return send(service, "/soap/order/v1/soap11", "text/xml", message).body();
    }

    private static String outcome(ServiceProcess service, String requestId) throws Exception {
        return rest(service, "/api/v1/orders/outcomes/" + requestId, null).body();
    }

    private static HttpResponse<String> rest(ServiceProcess service, String path, String body) throws Exception {
        return send(service, path, "application/json", body);
    }

    private static HttpResponse<String> send(ServiceProcess service, String path, String type, String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Content-Type", type)
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS));
        return HttpClient.newHttpClient()
                .send((body == null ? request.GET() : request.POST(ofString(body))).build(), BodyHandlers.ofString());
    }
}
