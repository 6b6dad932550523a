package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.erp.cache.PriceCache;
import org.throughline.erp.faulty.Fault;
import org.throughline.erp.faulty.FaultyErp;
import org.throughline.erp.faulty.FaultyErpConfiguration;

/** What readers are told while the ERP is down: over HTTP, with the service around it as it is delivered. */
class DegradedReadsIT {

    private static final String PRICE = """
            {"customer":{"account":{"id":"C0001"}},"line":[{"item":"%s","quantity":"1"}]%s}""";

    private static RunningService service;
    private static FaultyErp erp;
    private static String item;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        service = RunningService.start(
                folder,
                FaultyErpConfiguration.class,
                "--throughline.resilience.pause=1s",
                "--throughline.resilience.time-out=5s");
        erp = service.bean(FaultyErp.class);
        item = JsonPath.read(service.get("/api/v1/items?paging.size=1").body(), "$.item[0].id");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void repair() throws InterruptedException {
        erp.fails(Fault.NONE);
        Thread.sleep(1_100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/accounts/C0001?",
                "/api/v1/orders?customer.account.id=C0001&",
                "/api/v1/history/invoices?customer.account.id=C0001&",
                "/api/v1/accounts/C0001/credit?"
            })
    void what_is_known_is_said_and_flagged(String address) throws Exception {
        HttpResponse<String> live = service.get(address);
        assertThat(live.statusCode()).as(live.body()).isEqualTo(200);
        assertThat(source(live)).isEqualTo("LIVE");
        erp.fails(Fault.DOWN);

        HttpResponse<String> degraded = service.get(address);
        assertThat(degraded.statusCode()).isEqualTo(200);
        assertThat(degraded.body().equals(live.body().replace("\"source\":\"LIVE\"", "\"source\":\"DEGRADED\"")))
                .as("the same but for the source")
                .isTrue();

        assertIsUnavailable(service.get(address + "maxAgeSeconds=0"));
    }

    @Test
    void prices_come_from_the_cache_and_then_from_what_is_known() throws Exception {
        assertThat(price("").statusCode()).isEqualTo(200);
        erp.fails(Fault.DOWN);
        assertThat(source(price(""))).isEqualTo("CACHED");
        service.bean(PriceCache.class).clear();
        assertThat(source(price(""))).isEqualTo("DEGRADED");
        assertThat(source(price(""))).isEqualTo("DEGRADED");
        assertIsUnavailable(price(",\"maxAgeSeconds\":0"));
    }

    @Test
    void what_was_never_asked_is_unavailable() throws Exception {
        erp.fails(Fault.DOWN);
        assertIsUnavailable(service.get("/api/v1/accounts/C0007"));
    }

    @Test
    void soap_says_the_same_in_the_fault_and_in_http() throws Exception {
        erp.fails(Fault.DOWN);
        HttpResponse<String> reply = service.post(
                "/soap/account/v1/soap11",
                "text/xml",
                "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><a:getAccount xmlns:a="
                        + "'urn:throughline:account:v1'><a:request><a:account><c:id xmlns:c='urn:throughline:common:v1'>"
                        + "C0008</c:id></a:account></a:request></a:getAccount></e:Body></e:Envelope>");
        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.body()).contains("unavailableFault", "ERP_UNAVAILABLE", "retryAfterSeconds>1<");
        assertThat(reply.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void an_erp_that_hangs_costs_a_caller_no_more_than_the_time_out() throws Exception {
        erp.fails(Fault.SLOW);
        assertIsUnavailable(service.get("/api/v1/accounts/C0009"));
    }

    @Test
    void the_health_page_and_a_metric_say_that_the_erp_is_left_alone() throws Exception {
        assertThat(circuit()).isEqualTo("CLOSED");
        erp.fails(Fault.DOWN);
        for (int i = 0; i < 10; i++) {
            service.get("/api/v1/accounts/C0010");
        }
        assertThat(circuit()).isEqualTo("OPEN");
        assertThat(gauge("OPEN")).isEqualTo(1.0);
        assertThat(gauge("CLOSED")).isEqualTo(0.0);

        erp.fails(Fault.NONE);
        Thread.sleep(1_100);
        assertThat(service.get("/api/v1/accounts/C0010").statusCode()).isEqualTo(200);
        assertThat(circuit()).isEqualTo("CLOSED");
    }

    private static HttpResponse<String> price(String more) throws Exception {
        return service.post("/api/v1/pricing/prices", "application/json", PRICE.formatted(item, more));
    }

    private static String circuit() throws Exception {
        return JsonPath.read(service.get("/actuator/health").body(), "$.components.erp.details.circuit");
    }

    private static double gauge(String state) throws Exception {
        String reply = service.get("/actuator/metrics/throughline.erp.circuit?tag=state:" + state)
                .body();
        return JsonPath.<List<Double>>read(reply, "$.measurements[*].value").get(0);
    }

    private static String source(HttpResponse<String> reply) {
        return JsonPath.read(reply.body(), "$.freshness.source");
    }

    private static void assertIsUnavailable(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(503);
        assertThat(reply.body()).contains("\"code\":\"ERP_UNAVAILABLE\"", "\"retryAfterSeconds\":1");
        assertThat(reply.headers().firstValue("Retry-After")).contains("1");
    }
}
