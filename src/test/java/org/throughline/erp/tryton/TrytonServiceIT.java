package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.app.RunningService;

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
}
