package org.throughline;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.testing.ServiceProcess;

/**
 * Whatever is sent, the packaged service answers with a clean fault in the caller's form and the right status, in a small
 * heap, tells nothing about its inside, repeats nothing of the input, and goes on working.
 */
class MalformedInputIT {

    /** Stands in values that are wrong; must never come back. */
    private static final String MARK = "zqxmark";

    private static final Pattern INSIDE = Pattern.compile(
            "(?i)exception|\\bat org\\.|java\\.|javax?\\.|jakarta|apache|spring|tomcat|woodstox|wstx|derby|hikari|"
                    + "\\bselect\\b|\\binsert\\b|sqlstate|root:|stack ?trace|" + MARK);
    private static final int LARGE = 50_000_000;

    private static ServiceProcess service;
    private int seen;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    enum Soap {
        SOAP_11("soap11", "text/xml", "http://schemas.xmlsoap.org/soap/envelope/"),
        SOAP_12("soap12", "application/soap+xml", "http://www.w3.org/2003/05/soap-envelope");

        private final String path;
        private final String contentType;
        private final String namespace;

        Soap(String path, String contentType, String namespace) {
            this.path = path;
            this.contentType = contentType;
            this.namespace = namespace;
        }

        String envelope(String body) {
            return "<e:Envelope xmlns:e='" + namespace + "'><e:Body>" + body + "</e:Body></e:Envelope>";
        }
    }

    private record Reply(int status, String contentType, String text) {

        String code() {
            Matcher matcher =
                    Pattern.compile("<code>(\\w+)</code>|\"code\":\"(\\w+)\"").matcher(text);
            assertThat(matcher.find()).as("a code in %s", text).isTrue();
            return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        }
    }

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = ServiceProcess.startWithHeap(
                "256m", folder, "--throughline.limits.body-time=3s", "--throughline.limits.body-size=8MB");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void remember() {
        seen = service.output().length();
    }

    @AfterEach
    void goesOnWorking() throws Exception {
        assertThat(soap(Soap.SOAP_11, availability("<s:item>A</s:item><s:quantity>0</s:quantity>"))
                        .contentType())
                .startsWith("text/xml");
        String output = service.output();
        assertThat(output.substring(seen)).doesNotContain("OutOfMemoryError", "unforeseen failure");
    }

    @ParameterizedTest
    @EnumSource
    void text_that_is_not_xml_is_refused(Soap soap) throws Exception {
        for (String text : new String[] {
            MARK, "", "<", "{\"a\":1}", soap.envelope(availability("")).substring(0, 90)
        }) {
            assertFault(soap, post(soap, text), "MALFORMED_MESSAGE");
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_envelope_is_refused(Soap soap) throws Exception {
        assertFault(soap, post(soap, "<" + MARK + "/>"), "MALFORMED_MESSAGE");
        Soap other = soap == Soap.SOAP_11 ? Soap.SOAP_12 : Soap.SOAP_11;
        Reply reply = post(soap, other.envelope(availability("")));
        assertFault(soap, reply, "MALFORMED_MESSAGE");
        assertThat(reply.text()).contains("VersionMismatch");
    }

    @ParameterizedTest
    @EnumSource
    void envelopes_with_other_than_one_request_are_refused(Soap soap) throws Exception {
        String good = availability(line("A", "1"));
        String twoBodies = soap.envelope(good).replace("</e:Envelope>", "<e:Body>" + good + "</e:Body></e:Envelope>");
        assertFault(soap, post(soap, twoBodies), "MALFORMED_MESSAGE");
        assertFault(soap, soap(soap, good + good), "MALFORMED_MESSAGE");
        assertFault(soap, soap(soap, ""), "MALFORMED_MESSAGE");
        assertFault(soap, post(soap, "<e:Envelope xmlns:e='" + soap.namespace + "'/>"), "MALFORMED_MESSAGE");
        assertFault(soap, post(soap, soap.envelope(good) + MARK), "MALFORMED_MESSAGE");
    }

    @ParameterizedTest
    @EnumSource
    void a_header_that_must_be_understood_is_refused(Soap soap) throws Exception {
        String header = "<e:Header><x:h xmlns:x='urn:x' e:mustUnderstand='1'/></e:Header><e:Body>";
        Reply reply = post(soap, soap.envelope(availability(line("A", "1"))).replace("<e:Body>", header));
        assertFault(soap, reply, "MALFORMED_MESSAGE");
        assertThat(reply.text()).contains("MustUnderstand");
    }

    @ParameterizedTest
    @EnumSource
    void operations_that_the_service_does_not_have_are_refused(Soap soap) throws Exception {
        assertFault(soap, soap(soap, "<s:" + MARK + " xmlns:s='urn:throughline:stock:v1'/>"), "UNKNOWN_OPERATION");
        assertFault(soap, soap(soap, availability("").replace("stock:v1", "stock:v9")), "UNKNOWN_OPERATION");
        assertFault(soap, soap(soap, "<s:getItemResponse xmlns:s='urn:throughline:stock:v1'/>"), "UNKNOWN_OPERATION");
        assertFault(soap, soap(soap, "<a:ping xmlns:a='urn:throughline:account:v1'/>"), "UNKNOWN_OPERATION");
    }

    @ParameterizedTest
    @EnumSource
    void all_violations_of_the_schema_are_told_with_their_paths(Soap soap) throws Exception {
        Reply reply = soap(
                soap,
                availability(line("A", "1")
                        + "<s:line><s:quantity>" + MARK + "</s:quantity></s:line>"
                        + "<s:line><s:item>A</s:item><s:quantity>1</s:quantity><s:" + MARK + "/></s:line>"
                        + "<s:line><s:quantity>1</s:quantity><s:item>A</s:item></s:line>"
                        + "<s:maxAgeSeconds>-1</s:maxAgeSeconds>"));

        assertFault(soap, reply, "SCHEMA_VIOLATION");
        assertThat(reply.text())
                .contains("<path>line[1].item</path>", "<path>line[1].quantity</path>")
                .contains("<path>line[2]</path>", "<path>line[3].item</path>", "<path>maxAgeSeconds</path>");
    }

    @Test
    void json_gives_the_same_violations_as_xml() throws Exception {
        Reply reply = rest("{'line':[{'item':'A','quantity':'1'},{'quantity':'" + MARK
                + "'},{'item':'A','quantity':'1','" + MARK + "':1},{'item':'A','quantity':1.5}],'maxAgeSeconds':-1}");

        assertProblem(reply, 400, "SCHEMA_VIOLATION");
        assertThat(reply.text())
                .contains("\"line[1].item\"", "\"line[1].quantity\"", "\"line[2]\"")
                .contains("\"line[3].quantity\"", "\"maxAgeSeconds\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "nonsense",
                "{} {}",
                "{'line':1}",
                "{'line':[1]}",
                "{'line':[],'line':[]}",
                "null",
                "{'line':[{'item':{'a':1},'quantity':true}]}",
                "<a/>"
            })
    void json_that_is_no_request_is_refused(String json) throws Exception {
        Reply reply = rest(json);
        assertThat(reply.code()).isIn("MALFORMED_MESSAGE", "SCHEMA_VIOLATION");
        assertProblem(reply, 400, reply.code());
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "-99999999999999", "1e400", "NaN", "9999999999999999999999", "0.0000000001"})
    void quantities_that_make_no_sense_are_refused(String quantity) throws Exception {
        for (Soap soap : Soap.values()) {
            Reply reply = soap(soap, availability(line("A", quantity)));
            assertThat(reply.code()).isIn("SCHEMA_VIOLATION", "INVALID_QUANTITY", "ITEM_NOT_FOUND");
            assertFault(soap, reply, reply.code());
        }
        Reply reply = rest("{'line':[{'item':'A','quantity':'" + quantity + "'}]}");
        assertThat(reply.code()).isIn("SCHEMA_VIOLATION", "INVALID_QUANTITY", "ITEM_NOT_FOUND");
    }

    @Test
    void unknown_ids_are_not_found() throws Exception {
        for (Soap soap : Soap.values()) {
            assertFault(soap, soap(soap, availability(line(MARK, "1"))), "ITEM_NOT_FOUND");
        }
        assertProblem(rest("{'line':[{'item':'" + MARK + "','quantity':'1'}]}"), 404, "ITEM_NOT_FOUND");
        assertProblem(get("/api/v1/items/" + MARK), 404, "ITEM_NOT_FOUND");
        assertProblem(get("/api/v1/items/x%27%20or%201=1%20--"), 404, "ITEM_NOT_FOUND");
        assertProblem(get("/api/v1/items/a%2Fb"), 404, "ITEM_NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource
    void document_types_and_entities_are_refused(Soap soap) throws Exception {
        String good = soap.envelope(availability(line("&x;", "1")));
        String bomb = "<!DOCTYPE e [<!ENTITY a '" + "a".repeat(100) + "'>"
                + IntStream.range(0, 10)
                        .mapToObj(i -> "<!ENTITY " + (char) ('b' + i) + " '" + ("&" + (char) ('a' + i) + ";").repeat(10)
                                + "'>")
                        .collect(Collectors.joining())
                + "<!ENTITY x '&k;'>]>";
        assertFault(soap, post(soap, bomb + good), "MALFORMED_MESSAGE");
        assertFault(
                soap, post(soap, "<!DOCTYPE e [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + good), "MALFORMED_MESSAGE");
        assertFault(
                soap, post(soap, "<!DOCTYPE e SYSTEM 'http://127.0.0.1:1/" + MARK + "'>" + good), "MALFORMED_MESSAGE");
        assertFault(soap, post(soap, good), "MALFORMED_MESSAGE");
    }

    @ParameterizedTest
    @EnumSource
    void processing_instructions_and_xml_1_1_are_refused(Soap soap) throws Exception {
        String good = soap.envelope(availability(line("A", "1")));
        assertFault(soap, post(soap, "<?" + MARK + " x?>" + good), "MALFORMED_MESSAGE");
        assertFault(soap, post(soap, good.replace("<s:request>", "<s:request><?x y?>")), "MALFORMED_MESSAGE");
        assertFault(soap, post(soap, "<?xml version='1.1'?>" + good), "MALFORMED_MESSAGE");
    }

    @ParameterizedTest
    @EnumSource
    void other_encodings_are_refused(Soap soap) throws Exception {
        String good = soap.envelope(availability(line("A", "1")));
        assertFault(soap, post(soap, good.getBytes(UTF_16), soap.contentType), "MALFORMED_MESSAGE");
        assertTransportFault(
                post(soap, good.getBytes(UTF_16), soap.contentType + ";charset=utf-16"), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertTransportFault(
                post(soap, "<?xml version='1.0' encoding='IBM037'?>" + good), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @EnumSource
    void other_content_types_are_refused(Soap soap) throws Exception {
        byte[] good = soap.envelope(availability(line("A", "1"))).getBytes(UTF_8);
        for (String type : new String[] {
            "application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/related;boundary=x", "//"
        }) {
            assertTransportFault(post(soap, good, type), 415, "UNSUPPORTED_MEDIA_TYPE");
        }
        assertProblem(
                send("/api/v1/stock/availability", "text/plain", BodyPublishers.ofString("{}")),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                send("/api/v1/stock/availability", "text/xml", BodyPublishers.ofString("<a/>")),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @EnumSource
    void deep_and_wide_documents_are_refused(Soap soap) throws Exception {
        String inside = "<s:extension>%s</s:extension>";
        String deep = "<x xmlns='u'>".repeat(200) + "</x>".repeat(200);
        String wide = "<x xmlns='u'/>".repeat(13_000);
        String attributes = "<x xmlns='u' "
                + IntStream.range(0, 2_000).mapToObj(i -> "a" + i + "=''").collect(Collectors.joining(" ")) + "/>";
        for (String content : new String[] {deep, wide, attributes, "<x xmlns='u'>" + "a".repeat(100_000) + "</x>"}) {
            Reply reply = soap(soap, availability(line("A", "1") + inside.formatted(content)));
            assertTransportFault(reply, 413, "MESSAGE_TOO_LARGE");
        }
        assertProblem(rest("[".repeat(5_000)), 413, "MESSAGE_TOO_LARGE");
        assertProblem(rest("{'line':[{'item':'" + "a".repeat(100_000) + "'}]}"), 413, "MESSAGE_TOO_LARGE");
    }

    @ParameterizedTest
    @EnumSource
    void large_bodies_are_refused_whether_they_declare_it_or_not(Soap soap) throws Exception {
        String path = "/soap/stock/v1/" + soap.path;
        assertTransportFault(send(path, soap.contentType, declared()), 413, "MESSAGE_TOO_LARGE");
        assertTransportFault(
                send(path, soap.contentType, chunked("<e:Envelope xmlns:e='" + soap.namespace + "'>")),
                413,
                "MESSAGE_TOO_LARGE");
    }

    @Test
    void large_json_is_refused_whether_it_declares_it_or_not() throws Exception {
        assertProblem(send("/api/v1/stock/availability", "application/json", declared()), 413, "MESSAGE_TOO_LARGE");
        assertProblem(send("/api/v1/stock/availability", "application/json", chunked("{")), 413, "MESSAGE_TOO_LARGE");
    }

    @ParameterizedTest
    @EnumSource
    void more_lines_than_allowed_are_refused(Soap soap) throws Exception {
        String lines = IntStream.range(0, 10_001)
                .mapToObj(i -> "<p:line><p:item>A</p:item><p:quantity>1</p:quantity></p:line>")
                .collect(Collectors.joining());
        String request = "<p:calculatePrices xmlns:p='urn:throughline:pricing:v1' xmlns:c='urn:throughline:common:v1'>"
                + "<p:request><p:prospect><p:address><c:country>GB</c:country></p:address></p:prospect>" + lines
                + "</p:request></p:calculatePrices>";
        Reply reply = send(
                "/soap/pricing/v1/" + soap.path, soap.contentType, BodyPublishers.ofString(soap.envelope(request)));
        assertFault(soap, reply, "TOO_MANY_LINES");
    }

    @Test
    void more_lines_than_allowed_are_refused_in_json() throws Exception {
        String lines = IntStream.range(0, 10_001)
                .mapToObj(i -> "{\"item\":\"A\",\"quantity\":\"1\"}")
                .collect(Collectors.joining(","));
        Reply reply = send(
                "/api/v1/pricing/prices",
                "application/json",
                BodyPublishers.ofString("{\"prospect\":{\"address\":{\"country\":\"GB\"}},\"line\":[" + lines + "]}"));
        assertProblem(reply, 400, "TOO_MANY_LINES");
    }

    @ParameterizedTest
    @CsvSource({
        "/soap/stock/v1/soap11,text/xml,text/xml",
        "/soap/stock/v1/soap12,application/soap+xml,application/soap+xml",
        "/api/v1/stock/availability,application/json,application/problem+json"
    })
    void a_body_that_drips_is_cut_off(String path, String contentType, String faultType) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + contentType
                                    + "\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            String answer = drip(socket);
            assertThat(answer).startsWith("HTTP/1.1 408").contains(faultType, "MESSAGE_TOO_SLOW");
        }
    }

    @Test
    void get_without_wsdl_and_other_methods_are_refused() throws Exception {
        assertTransportFault(get("/soap/stock/v1/soap11"), 405, "METHOD_NOT_ALLOWED");
        assertTransportFault(get("/soap/stock/v1/soap12?x=1"), 405, "METHOD_NOT_ALLOWED");
        assertTransportFault(get("/soap/stock/v1"), 404, "UNKNOWN_ADDRESS");
        assertTransportFault(get("/soap/"), 404, "UNKNOWN_ADDRESS");
        assertTransportFault(get("/soap/stock/v1/soap11?xsd=../../../../etc/passwd"), 404, "UNKNOWN_ADDRESS");
        assertProblem(get("/api/v1/nothing"), 404, "UNKNOWN_ADDRESS");
        assertProblem(get("/api/v1/stock/availability"), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void parameters_that_are_wrong_are_refused() throws Exception {
        assertProblem(get("/api/v1/items?paging.size=" + MARK), 400, "SCHEMA_VIOLATION");
        assertProblem(get("/api/v1/items?" + MARK + "=1"), 400, "SCHEMA_VIOLATION");
        assertProblem(get("/api/v1/items?paging.cursor=" + MARK), 400, "INVALID_CURSOR");
        assertProblem(get("/api/v1/items?paging=1&paging.size=1"), 400, "SCHEMA_VIOLATION");
    }

    @Test
    void a_correlation_id_is_taken_over_when_it_is_sane() throws Exception {
        HttpResponse<String> taken = correlated("order-17.a:b");
        assertThat(taken.headers().firstValue("X-Correlation-Id")).hasValue("order-17.a:b");
        assertThat(taken.body()).contains("\"correlationId\":\"order-17.a:b\"");
        assertThat(correlated("<script>")
                        .headers()
                        .firstValue("X-Correlation-Id")
                        .orElseThrow())
                .doesNotContain("<");
    }

    private static HttpResponse<String> correlated(String id) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + "/api/v1/nothing"))
                .header("X-Correlation-Id", id)
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    /** Sends a byte now and then until the service has had enough. */
    private static String drip(Socket socket) throws Exception {
        InputStream in = socket.getInputStream();
        for (int i = 0; i < 100 && in.available() == 0; i++) {
            try {
                socket.getOutputStream().write(' ');
            } catch (IOException closed) {
                break;
            }
            Thread.sleep(200);
        }
        return new String(in.readAllBytes(), UTF_8);
    }

    private static BodyPublisher declared() {
        return BodyPublishers.ofByteArray(new byte[LARGE]);
    }

    private static BodyPublisher chunked(String start) {
        byte[] piece = " ".repeat(100_000).getBytes(UTF_8);
        return BodyPublishers.ofByteArrays(() -> IntStream.range(0, LARGE / piece.length)
                .mapToObj(i -> i == 0 ? start.getBytes(UTF_8) : piece)
                .iterator());
    }

    private static String availability(String content) {
        return "<s:checkAvailability xmlns:s='urn:throughline:stock:v1'><s:request>" + content
                + "</s:request></s:checkAvailability>";
    }

    private static String line(String item, String quantity) {
        return "<s:line><s:item>" + item + "</s:item><s:quantity>" + quantity + "</s:quantity></s:line>";
    }

    private static Reply soap(Soap soap, String body) throws Exception {
        return post(soap, soap.envelope(body));
    }

    private static Reply post(Soap soap, String text) throws Exception {
        return post(soap, text.getBytes(UTF_8), soap.contentType);
    }

    private static Reply post(Soap soap, byte[] body, String contentType) throws Exception {
        return send("/soap/stock/v1/" + soap.path, contentType, BodyPublishers.ofByteArray(body));
    }

    private static Reply rest(String json) throws Exception {
        return send("/api/v1/stock/availability", "application/json", BodyPublishers.ofString(json.replace('\'', '"')));
    }

    private static Reply send(String path, String contentType, BodyPublisher body) throws Exception {
        return reply(HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Content-Type", contentType)
                .POST(body));
    }

    private static Reply get(String path) throws Exception {
        return reply(HttpRequest.newBuilder(URI.create(service.url() + path)).GET());
    }

    private static Reply reply(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response =
                HTTP.send(request.timeout(Duration.ofSeconds(120)).build(), BodyHandlers.ofString());
        assertThat(response.headers().firstValue("X-Correlation-Id")).isPresent();
        return new Reply(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    private static void assertFault(Soap soap, Reply reply, String code) {
        assertSoap(reply, code);
        assertThat(reply.contentType()).startsWith(soap.contentType);
        assertThat(reply.text()).contains(soap.namespace);
        assertThat(reply.status()).as(reply.text()).isEqualTo(500);
    }

    private static void assertTransportFault(Reply reply, int status, String code) {
        assertSoap(reply, code);
        assertThat(reply.status()).isEqualTo(status);
    }

    private static void assertSoap(Reply reply, String code) {
        assertThat(reply.code()).as(reply.text()).isEqualTo(code);
        assertThat(reply.text()).contains(":Fault>", "<correlationId>");
        assertTellsNothing(reply);
    }

    private static void assertProblem(Reply reply, int status, String code) {
        assertThat(reply.code()).as(reply.text()).isEqualTo(code);
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.contentType()).isEqualTo("application/problem+json");
        assertThat(reply.text()).contains("\"correlationId\"");
        assertTellsNothing(reply);
    }

    private static void assertTellsNothing(Reply reply) {
        assertThat(reply.text().length()).isLessThan(10_000);
        assertThat(reply.text()).doesNotContainPattern(INSIDE);
    }
}
