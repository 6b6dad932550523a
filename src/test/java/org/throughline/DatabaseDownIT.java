package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.ServiceProcess;

/** A database that goes away while the service runs: callers are told to come back later, and nothing else. */
class DatabaseDownIT {

    private static ServiceProcess service;

    @BeforeAll
    static void startAndTakeTheDatabaseAway(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.builder().start()) {
            service = ServiceProcess.start(
                    folder,
                    "--throughline.database.url=" + database.getJdbcUrl("postgres", "postgres"),
                    "--throughline.demo-data=false");
            assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
            // What was asked before is still known afterwards; the tests ask for something else.
            assertThat(get("/api/v1/items/A").statusCode()).isEqualTo(404);
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void rest_answers_503() throws Exception {
        HttpResponse<String> reply = get("/api/v1/items/B");

        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.body()).contains("ERP_UNAVAILABLE", "\"retryable\":\"YES\"");
        assertTellsNothing(reply);
    }

    @Test
    void soap_answers_an_unavailable_fault() throws Exception {
        HttpResponse<String> reply = send(HttpRequest.newBuilder(URI.create(service.url() + "/soap/stock/v1/soap11"))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>"
                                + "<s:getItem xmlns:s='urn:throughline:stock:v1'><s:request><s:id>B</s:id></s:request></s:getItem>"
                                + "</e:Body></e:Envelope>")));

        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.body()).contains("unavailableFault", "ERP_UNAVAILABLE", ":Server");
        assertTellsNothing(reply);
    }

    @Test
    void the_health_page_says_that_it_is_down_and_not_why() throws Exception {
        HttpResponse<String> reply = get("/actuator/health");

        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.body()).contains("\"DOWN\"");
        assertTellsNothing(reply);
    }

    private static void assertTellsNothing(HttpResponse<String> reply) {
        assertThat(reply.body()).doesNotContainIgnoringCase("exception", "postgres", "jdbc", "hikari", "select ");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(service.url() + path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.timeout(Duration.ofSeconds(120)).build(), BodyHandlers.ofString());
    }
}
