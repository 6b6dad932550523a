package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.ServiceProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The back office over HTTP, in front of the demo data. */
class BackOfficeIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    @TempDir
    private static Path folder;

    private static ServiceProcess service;

    @BeforeAll
    static void start() {
        service = ServiceProcess.start(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aHeldOrderIsApprovedShippedAndDeliveredWithAProofOfTenMegabytesAndTheFacadeShowsIt() throws Exception {
        String order = placeHeld();
        Answer approved = post("/backoffice/orders/" + order + "/approve", """
                {"by": "Ann Miller", "why": "The money is on its way.", "version": 1}""");
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        Answer shipped = post("/backoffice/orders/" + order + "/shipments", """
                {"by": "Bob Stone", "lines": [{"line": 1}], "carrier": "Parcel Express", "consignment": "PX1",
                 "trackingUrl": "https://tracking.example/PX1"}""");
        assertThat(shipped.status()).as(shipped.text()).isEqualTo(200);
        String shipment = shipped.json().get("shipment").stringValue();
        assertThat(post("/backoffice/shipments/" + shipment + "/transit", "{\"by\": \"Bob Stone\"}")
                        .status())
                .isEqualTo(204);
        Answer delivered = post("/backoffice/shipments/" + shipment + "/delivery", proof(TEN_MEGABYTES));
        assertThat(delivered.status()).as(delivered.text()).isEqualTo(204);
        JsonNode seen = get("/api/v1/orders/" + order).json().get("order");
        assertThat(seen.get("status").get("delivery").stringValue()).isEqualTo("DELIVERED");
        assertThat(events(seen))
                .containsSubsequence(
                        "CREATED throughline",
                        "HELD throughline",
                        "APPROVED Ann Miller",
                        "SHIPPED Bob Stone",
                        "DELIVERED Bob Stone");
        assertThat(get("/backoffice/audit?document=" + order).text())
                .contains("\"actor\":\"Ann Miller\"", "\"why\":\"The money is on its way.\"");
    }

    @Test
    void aDocumentOfMoreThanTenMegabytesIsRefused() throws Exception {
        Answer answer = post("/backoffice/shipments/SH-000001/delivery", proof(TEN_MEGABYTES + 1));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("proof.document.content");
    }

    @Test
    void stockThatComesInGoesToThoseWhoWait() throws Exception {
        Answer received = post("/backoffice/stock/receipts", """
                {"by": "Dan Wood", "item": "ST048", "warehouse": "LON", "quantity": "10"}""");
        assertThat(received.status()).as(received.text()).isEqualTo(200);
        assertThat(received.json().isArray()).isTrue();
        assertThat(get("/backoffice/stock/ST048").text()).contains("\"warehouse\":\"LON\"");
        assertThat(post("/backoffice/allocations", "{\"by\": \"Dan Wood\"}").status())
                .isEqualTo(200);
    }

    @Test
    void whatIsWrongIsSaidAtOnceAsAProblemAndOtherKindsOfContentAreNotTaken() throws Exception {
        Answer wrong = post("/backoffice/orders/SO-1/hold", "{\"why\": 1, \"version\": \"x\", \"more\": true}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.type()).isEqualTo("application/problem+json");
        assertThat(wrong.text())
                .contains("\"path\":\"by\"", "\"path\":\"why\"", "\"path\":\"version\"", "not known here");
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            assertThat(post("/backoffice/allocations", "{\"by\": \"A\"}", type).status())
                    .as(type)
                    .isEqualTo(415);
        }
        assertThat(post("/backoffice/orders/SO-1/hold", "{\"by\": \"A\", \"why\": \"B\"}")
                        .status())
                .isEqualTo(404);
        assertThat(get("/backoffice/nothing").status()).isEqualTo(404);
    }

    @Test
    void aBackOfficeThatIsSwitchedOffIsNotThere(@TempDir Path other) throws Exception {
        try (ServiceProcess without = ServiceProcess.start(
                other, "--throughline.backoffice.enabled=false", "--throughline.demo-data=false")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(without.url() + "/backoffice/allocations"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"by\": \"A\"}"))
                    .build();
            assertThat(send(request).status()).isEqualTo(404);
        }
    }

    private static String placeHeld() throws IOException, InterruptedException {
        Answer placed = post("/api/v1/orders", """
                {"requestId": "back-office-1", "order": {"customer": {"account": {"id": "C0003"}},
                 "line": [{"item": "LI036", "quantity": "1"}]}}""");
        assertThat(placed.text()).contains("\"approval\":\"PENDING\"");
        return placed.json().get("order").get("ref").get("id").stringValue();
    }

    private static String proof(int size) throws Exception {
        byte[] content = new byte[size];
        new Random(1).nextBytes(content);
        System.arraycopy("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, content, 0, 5);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        return """
                {"by": "Bob Stone", "proof": {"signedBy": "Carol Jones", "signedAt": "%s", "place": "Gate 3",
                 "document": {"mediaType": "application/pdf", "content": "%s", "sha256": "%s"}}}""".formatted(ServiceProcess.CLOCK, Base64.getEncoder().encodeToString(content), sha256);
    }

    private static List<String> events(JsonNode order) {
        List<String> events = new ArrayList<>();
        order.get("event")
                .forEach(event -> events.add(event.get("kind").stringValue() + " "
                        + event.get("actor").stringValue()));
        return events;
    }

    private record Answer(int status, String type, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }
    }

    private static Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(service.url() + path)).build());
    }

    private static Answer post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, "application/json");
    }

    private static Answer post(String path, String body, String type) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }
}
