package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.ServiceProcess;

/** A signed document of 10 MB goes in through the back office and comes out as it was, by GET and as an attachment. */
class DocumentsIT {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final String PROOF = "/api/v1/history/shipments/%s/proof-of-delivery";
    private static final String REQUEST = "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>"
            + "<t:getProofOfDelivery xmlns:t='urn:throughline:history:v1' xmlns:c='urn:throughline:common:v1'>"
            + "<t:request><t:shipment><c:id>%s</c:id></t:shipment></t:request></t:getProofOfDelivery>"
            + "</e:Body></e:Envelope>";

    private final HttpClient client = HttpClient.newHttpClient();
    private final byte[] document = new byte[TEN_MEGABYTES];

    @Test
    void onDerby(@TempDir Path folder) throws Exception {
        try (ServiceProcess service = ServiceProcess.startWithHeap("512m", folder)) {
            comesOutAsItWentIn(service);
        }
    }

    @Test
    void onPostgresql(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.builder().start();
                ServiceProcess service = ServiceProcess.startWithHeap(
                        "512m", folder, "--throughline.database.url=" + database.getJdbcUrl("postgres", "postgres"))) {
            String shipment = comesOutAsItWentIn(service);
            damage(database, shipment);
            isSaidToBeDamaged(service, shipment);
        }
    }

    /** Gives the shipment. */
    private String comesOutAsItWentIn(ServiceProcess service) throws Exception {
        new Random(1).nextBytes(document);
        System.arraycopy(PNG, 0, document, 0, PNG.length);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
        String sha256 = HexFormat.of().formatHex(digest);
        String shipment = underWay(service);
        deliver(service, shipment, sha256);

        String path = told(service, shipment, sha256);
        HttpResponse<byte[]> download = get(service, path, "none");
        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(download.body()).isEqualTo(document);
        assertThat(header(download, "Content-Type")).isEqualTo("image/png");
        assertThat(header(download, "Content-Length")).isEqualTo(String.valueOf(TEN_MEGABYTES));
        assertThat(header(download, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"proof-of-delivery-" + shipment + ".png\"");
        assertThat(header(download, "Repr-Digest"))
                .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        assertThat(header(download, "ETag")).isEqualTo('"' + sha256 + '"');

        HttpResponse<byte[]> known = get(service, path, '"' + sha256 + '"');
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();

        isAttachedToTheAnswer(service, shipment);
        return shipment;
    }

    private String underWay(ServiceProcess service) throws Exception {
        for (int number = 1; number < 60; number++) {
            String found = text(get(
                    service,
                    "/api/v1/history/shipments?customer.account.id=C%04d&status=SHIPPED&status=IN_TRANSIT"
                            .formatted(number),
                    "none"));
            Matcher id = Pattern.compile("\"id\":\"(SH-[0-9]+)\"").matcher(found);
            if (id.find()) {
                return id.group(1);
            }
        }
        throw new AssertionError("the demo data has no shipment under way");
    }

    private void deliver(ServiceProcess service, String shipment, String sha256) throws Exception {
        String body = """
                {"by": "dispatch", "proof": {"signedBy": "Ann Lee", "signedAt": "2026-11-15T09:00:00Z", "place": "Gate 2",
                 "document": {"mediaType": "image/png", "sha256": "%s", "content": "%s"}}}""".formatted(sha256, Base64.getEncoder().encodeToString(document));
        HttpResponse<byte[]> reply = client.send(
                HttpRequest.newBuilder(URI.create(service.url() + "/backoffice/shipments/" + shipment + "/delivery"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(reply.statusCode()).as(text(reply)).isEqualTo(204);
    }

    /** Gives the path of the download. */
    private String told(ServiceProcess service, String shipment, String sha256) throws Exception {
        String proof = text(get(service, PROOF.formatted(shipment) + "?omitContent=true", "none"));
        assertThat(proof).contains("\"sha256\":\"" + sha256 + '"', "\"size\":" + TEN_MEGABYTES, "Ann Lee", "Gate 2");
        Matcher path = Pattern.compile("\"downloadPath\":\"([^\"]+)\"").matcher(proof);
        assertThat(path.find()).isTrue();
        return path.group(1);
    }

    private void isAttachedToTheAnswer(ServiceProcess service, String shipment) throws Exception {
        HttpResponse<byte[]> reply = soap(service, "/soap/history/v1/mtom/soap11", shipment);
        String all = new String(reply.body(), StandardCharsets.ISO_8859_1);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(header(reply, "Content-Type"))
                .startsWith("multipart/related")
                .contains("application/xop+xml");
        assertThat(all.substring(0, 4_000)).contains("xop:Include", "Ann Lee");
        assertThat(all).contains(new String(document, StandardCharsets.ISO_8859_1));
        assertThat(header(soap(service, "/soap/history/v1/soap11", shipment), "Content-Type"))
                .as("the usual address")
                .startsWith("text/xml");
    }

    private static void damage(EmbeddedPostgres database, String shipment) throws Exception {
        try (Connection connection = DriverManager.getConnection(database.getJdbcUrl("postgres", "postgres"));
                PreparedStatement update = connection.prepareStatement(
                        "update erp.proof_of_delivery set content = ? where shipment_id = ?")) {
            update.setBytes(1, new byte[] {1});
            update.setString(2, shipment);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private void isSaidToBeDamaged(ServiceProcess service, String shipment) throws Exception {
        HttpResponse<byte[]> reply = get(service, PROOF.formatted(shipment) + "/document", "none");

        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(text(reply)).contains("DOCUMENT_CORRUPT", "\"retryable\":\"NO\"");
        assertThat(header(reply, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(text(soap(service, "/soap/history/v1/mtom/soap11", shipment)))
                .contains("internalFault", "DOCUMENT_CORRUPT");
    }

    private HttpResponse<byte[]> soap(ServiceProcess service, String path, String shipment)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(service.url() + path))
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(REQUEST.formatted(shipment)))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(ServiceProcess service, String path, String knownTag)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(service.url() + path))
                        .header("If-None-Match", '"' + knownTag.replace("\"", "") + '"')
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> reply, String name) {
        return reply.headers().firstValue(name).orElse(null);
    }

    private static String text(HttpResponse<byte[]> reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
