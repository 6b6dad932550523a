package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.erp.faulty.Fault;
import org.throughline.erp.faulty.FaultyErp;
import org.throughline.erp.faulty.FaultyErpConfiguration;

/**
 * What becomes of an order of two lines when the ERP fails in each of the known ways: over HTTP, on the embedded ERP, with
 * the service around it as it is delivered.
 */
class FailingErpIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern OUTCOME = Pattern.compile("<(?:\\w+:)?(?:outcome|code)>(\\w+)<");

    /** What a caller is told, what getOutcome says then and when the ERP is repaired, and what is in the ERP in the end. */
    private static final String TABLE = """
            fault                  | caller sees     | getOutcome    | in the end    | orders in the ERP
            NONE                   | CONFIRMED       | COMMITTED     | COMMITTED     | 2 lines
            DOWN                   | QUEUED          | IN_PROGRESS   | COMMITTED     | 2 lines
            SLOW                   | QUEUED          | IN_PROGRESS   | COMMITTED     | 2 lines
            BREAKS_BEFORE_SAVING   | OUTCOME_UNKNOWN | IN_PROGRESS   | COMMITTED     | 2 lines
            SLOW_BEFORE_SAVING     | OUTCOME_UNKNOWN | IN_PROGRESS   | COMMITTED     | 2 lines
            SLOW_AFTER_SAVING      | OUTCOME_UNKNOWN | IN_PROGRESS   | COMMITTED     | 2 lines
            ERROR_AFTER_SAVING     | OUTCOME_UNKNOWN | IN_PROGRESS   | COMMITTED     | 2 lines
            DROPS_A_LINE           | ORDER_ALTERED   | NOT_COMMITTED | NOT_COMMITTED | 1 line cancelled
            DROPS_A_LINE_AND_ERROR | OUTCOME_UNKNOWN | IN_PROGRESS   | NOT_COMMITTED | 1 line cancelled
            DROPS_A_LINE_FOR_GOOD  | HELD            | COMMITTED     | COMMITTED     | 1 line
            SAVES_TWICE            | CONFIRMED       | COMMITTED     | COMMITTED     | 2 lines cancelled, 2 lines
            TOTALS_AT_ZERO         | ORDER_ALTERED   | NOT_COMMITTED | NOT_COMMITTED | 2 lines cancelled
            ANSWERS_ANOTHER_ORDER  | CONFIRMED       | COMMITTED     | COMMITTED     | 2 lines
            ANSWERS_WITHOUT_SAVING | OUTCOME_UNKNOWN | IN_PROGRESS   | COMMITTED     | 2 lines
            """;

    private static RunningService service;
    private static FaultyErp erp;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        service = RunningService.start(
                folder,
                FaultyErpConfiguration.class,
                "--throughline.resilience.time-out=2s",
                "--throughline.resilience.window=1000000",
                "--throughline.orders.answer-time=4s",
                "--throughline.orders.first-retry=1s",
                "--throughline.orders.longest-retry=1s",
                "--throughline.orders.dispatch-interval=200ms");
        erp = service.bean(FaultyErp.class);
        createOverRest(UUID.randomUUID().toString()); // the first takes longer than the others
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void repair() {
        erp.fails(Fault.NONE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = TABLE)
    void over_rest_no_order_is_lost_doubled_or_damaged(
            Fault fault, String told, String standing, String standingInTheEnd, String orders) throws Exception {
        order(FailingErpIT::createOverRest, fault, told, standing, standingInTheEnd, orders);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = TABLE)
    void over_soap_no_order_is_lost_doubled_or_damaged(
            Fault fault, String told, String standing, String standingInTheEnd, String orders) throws Exception {
        order(FailingErpIT::createOverSoap, fault, told, standing, standingInTheEnd, orders);
    }

    private interface Binding {
        /** What the caller is told: an outcome, or the code of a fault. */
        String create(String request) throws Exception;
    }

    private static void order(
            Binding binding, Fault fault, String told, String standing, String standingInTheEnd, String orders)
            throws Exception {
        String request = UUID.randomUUID().toString();
        erp.fails(fault);

        assertThat(binding.create(request)).isEqualTo(told);
        assertThat(standing(request)).isEqualTo(standing);

        erp.fails(Fault.NONE);
        await().atMost(PATIENCE).until(() -> standing(request), standingInTheEnd::equals);
        assertThat(ordersOf(request)).isEqualTo(orders);
        assertThat(binding.create(request))
                .as("sent again, it gets the outcome")
                .isEqualTo(told.equals("QUEUED") || told.equals("OUTCOME_UNKNOWN") ? lasting(standingInTheEnd) : told);
        assertThat(ordersOf(request)).as("after it was sent again").isEqualTo(orders);
    }

    private static String lasting(String standing) {
        return standing.equals("COMMITTED") ? "CONFIRMED" : "ORDER_ALTERED";
    }

    private static String createOverRest(String request) throws Exception {
        HttpResponse<String> reply = service.post(
                "/api/v1/orders",
                "application/json",
                "{\"requestId\":\"" + request + "\",\"order\":{\"customer\":{\"account\":{\"id\":\"C0001\"}},"
                        + "\"line\":[{\"item\":\"EL001\",\"quantity\":\"1\"},{\"item\":\"HE001\",\"quantity\":\"1\"}]}}");
        Map<String, Object> body = JsonPath.read(reply.body(), "$");
        String told = String.valueOf(body.getOrDefault("outcome", body.get("code")));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status(told, body.get("replayed")));
        return told;
    }

    private static int status(String told, Object replayed) {
        return switch (told) {
            case "QUEUED" -> 202;
            case "OUTCOME_UNKNOWN" -> 503;
            case "ORDER_ALTERED" -> 422;
            default -> Boolean.TRUE.equals(replayed) ? 200 : 201;
        };
    }

    private static String createOverSoap(String request) throws Exception {
        HttpResponse<String> reply = service.post("/soap/order/v1/soap11", "text/xml", """
                <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:throughline:order:v1"
                    xmlns:c="urn:throughline:common:v1"><e:Body><createOrder><request>
                  <requestId>%s</requestId>
                  <order>
                    <customer><c:account><c:id>C0001</c:id></c:account></customer>
                    <line><item>EL001</item><quantity>1</quantity></line>
                    <line><item>HE001</item><quantity>1</quantity></line>
                  </order>
                </request></createOrder></e:Body></e:Envelope>""".formatted(request));
        Matcher told = OUTCOME.matcher(reply.body());
        assertThat(told.find()).as(reply.body()).isTrue();
        return told.group(1);
    }

    private static String standing(String request) throws Exception {
        return JsonPath.read(service.get("/api/v1/orders/outcomes/" + request).body(), "$.standing");
    }

    private static String ordersOf(String request) throws Exception {
        String found = service.get("/api/v1/orders?maxAgeSeconds=0&requestId=" + request + "&customer.account.id=C0001")
                .body();
        List<Map<String, Object>> orders = JsonPath.read(found, "$.order[*]");
        return orders.stream().map(FailingErpIT::said).collect(Collectors.joining(", "));
    }

    private static String said(Map<String, Object> order) {
        int lines = JsonPath.read(order, "$.line.length()");
        boolean cancelled = JsonPath.read(order, "$.status.approval").equals("CANCELLED");
        return lines + (lines == 1 ? " line" : " lines") + (cancelled ? " cancelled" : "");
    }
}
