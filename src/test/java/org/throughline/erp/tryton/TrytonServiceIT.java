package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.app.RunningService;
import org.throughline.testing.ServiceProcess;

/** The service with Tryton behind it says what it is and what it can do. */
@Tag("tryton")
class TrytonServiceIT {

    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = TrytonService.start(TrytonServer.shared(), folder);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void itNamesTheErpAndItsVersion() throws Exception {
        String ping = service.get("/api/v1/account/ping").body();
        assertThat(JsonPath.<String>read(ping, "$.erp")).isEqualTo("Tryton");
        assertThat(JsonPath.<String>read(ping, "$.erpVersion")).matches("6\\.\\d+\\.\\d+");
    }

    @Test
    void itSaysWhichOperationsTrytonCannotServe() throws Exception {
        String ping = service.get("/api/v1/order/ping").body();
        List<Boolean> supported = JsonPath.read(ping, "$.support[?(@.operation == 'createOffer')].supported");
        assertThat(supported).containsExactly(false);
    }

    @Test
    void whatTrytonCannotServeIsAnsweredAsNotSupported() throws Exception {
        String answer = service.get("/api/v1/history/contracts?customer.account.id=C00001")
                .body();
        assertThat(JsonPath.<String>read(answer, "$.code")).isEqualTo("NOT_SUPPORTED_BY_ERP");
    }

    @Test
    void theHealthPageSaysThatTrytonIsThere() throws Exception {
        String health = service.get("/actuator/health").body();
        assertThat(JsonPath.<String>read(health, "$.components.erp.status")).isEqualTo("UP");
        assertThat(JsonPath.<String>read(health, "$.components.erp.details.product"))
                .isEqualTo("Tryton");
    }

    @Test
    void itDoesNotStartWithAWrongPassword(@TempDir Path folder) {
        TrytonSettings wrong = TrytonServer.shared().settings(TrytonSeed.FACADE, "wrong");

        assertThatThrownBy(() -> TrytonService.start(wrong, folder).close())
                .hasStackTraceContaining("does not let the service in");
    }

    @Test
    void itStartsWhenTrytonIsDownAndTakesOrdersForLater(@TempDir Path folder) throws Exception {
        TrytonSettings known = TrytonServer.shared().settings();
        URI nowhere = URI.create("http://127.0.0.1:" + ServiceProcess.freePort());
        TrytonSettings down = new TrytonSettings(
                nowhere,
                known.database(),
                known.user(),
                known.password(),
                known.company(),
                known.connectTime(),
                known.answerTime());
        try (RunningService alone = TrytonService.start(down, folder)) {
            String order = "{\"requestId\":\"" + UUID.randomUUID() + "\",\"order\":{\"customer\":{\"account\":"
                    + "{\"id\":\"C00001\"}},\"line\":[{\"item\":\"SKU-0001\",\"quantity\":\"3\"}]}}";
            String answer =
                    alone.post("/api/v1/orders", "application/json", order).body();
            assertThat(JsonPath.<String>read(answer, "$.outcome")).isEqualTo("QUEUED");
            assertThat(JsonPath.<String>read(alone.get("/api/v1/account/ping").body(), "$.erpVersion"))
                    .isEqualTo("unknown");
            assertThat(JsonPath.<String>read(alone.get("/actuator/health").body(), "$.components.erp.status"))
                    .isEqualTo("DOWN");
        }
    }
}
