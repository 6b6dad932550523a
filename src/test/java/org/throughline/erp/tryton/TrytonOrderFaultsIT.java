package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.app.RunningService;

/**
 * What becomes of an order of two lines when a live Tryton fails while it is placed: over HTTP, with the service as it is
 * delivered. In the end there is one sale, or none and the caller knows.
 */
@Tag("tryton")
class TrytonOrderFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static TrytonServer server;
    private static RunningService service;
    private static TrytonClient tryton;

    private final String request = UUID.randomUUID().toString();
    private long before;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = TrytonServer.separate();
        tryton = server.administrator();
        service = TrytonService.start(
                server,
                folder,
                "--throughline.tryton.answer-time=15s",
                "--throughline.resilience.window=1000000",
                "--throughline.orders.answer-time=10s",
                "--throughline.orders.first-retry=1s",
                "--throughline.orders.longest-retry=2s",
                "--throughline.orders.dispatch-interval=200ms");
        assertThat(place(UUID.randomUUID().toString()))
                .as("the first, which takes longer than the others")
                .isIn("CONFIRMED", "OUTCOME_UNKNOWN");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void sentAgainItGetsTheSameAnswer() throws Exception {
        if (standing().equals("COMMITTED")) {
            long sales = sales();
            assertThat(place(request)).isEqualTo("CONFIRMED");
            assertThat(sales()).isEqualTo(sales);
        }
    }

    @Test
    void anOrderForAStoppedServerIsQueuedAndPlacedWhenItIsBack() throws Exception {
        before = sales();
        server.process().stop();
        assertThat(place(request)).isEqualTo("QUEUED");
        server.process().start();

        committedOnce();
    }

    @Test
    void aServerPausedInTheMiddleOfACreatePlacesItOnce() throws Exception {
        before = sales();
        CompletableFuture<String> told;
        try (Connection locked = server.locked("sale_sale", "exclusive")) {
            told = placing();
            server.awaitWaiter();
            server.process().signal("STOP");
            locked.rollback();
            assertThat(told.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("OUTCOME_UNKNOWN");
        } finally {
            server.process().signal("CONT");
        }

        committedOnce();
    }

    @Test
    void aServerKilledInTheMiddleOfACreatePlacesItOnceWhenItIsBack() throws Exception {
        before = sales();
        try (Connection locked = server.locked("sale_sale", "exclusive")) {
            CompletableFuture<String> told = placing();
            server.awaitWaiter();
            server.process().signal("KILL");
            assertThat(told.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isIn("OUTCOME_UNKNOWN", "QUEUED");
            locked.rollback();
        }
        server.process().stop();
        server.process().start();

        committedOnce();
    }

    @Test
    void aServerRestartedWhileOrdersComeInLosesNone() throws Exception {
        before = sales();
        CompletableFuture<String> told = placing();
        server.process().stop();
        server.process().start();
        assertThat(told.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isIn("CONFIRMED", "OUTCOME_UNKNOWN", "QUEUED");

        committedOnce();
    }

    @Test
    void aDatabaseThatIsLockedForLongDelaysTheOrder() throws Exception {
        before = sales();
        try (Connection locked = server.locked("sale_sale", "exclusive")) {
            assertThat(place(request)).isEqualTo("OUTCOME_UNKNOWN");
            assertThat(standing()).isEqualTo("IN_PROGRESS");
            locked.rollback();
        }

        committedOnce();
    }

    @Test
    void aSlowAnswerIsWaitedFor() throws Exception {
        before = sales();
        CompletableFuture<String> told;
        try (Connection locked = server.locked("sale_sale", "exclusive")) {
            told = placing();
            server.awaitWaiter();
            locked.rollback();
        }

        assertThat(told.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isIn("CONFIRMED", "OUTCOME_UNKNOWN");
        committedOnce();
    }

    @Test
    void aSessionThatHasExpiredIsNotNoticed() throws Exception {
        before = sales();
        server.execute("delete from ir_session");

        assertThat(place(request)).isEqualTo("CONFIRMED");
        committedOnce();
    }

    @Test
    void aDatabaseThatHasLostItsConnectionsPlacesItOnce() throws Exception {
        before = sales();
        server.loseConnections();
        assertThat(place(request)).isIn("CONFIRMED", "OUTCOME_UNKNOWN", "QUEUED");

        committedOnce();
    }

    @Test
    void anOrderIsQueuedWhileThePasswordIsWrong() throws Exception {
        before = sales();
        setPassword("another-password");
        server.execute("delete from ir_session");
        assertThat(place(request)).isEqualTo("QUEUED");
        setPassword(TrytonSeed.FACADE_PASSWORD);
        server.execute("delete from res_user_login_attempt");
        // its processes remember for up to five minutes what they know of the user
        server.process().stop();
        server.process().start();

        committedOnce();
    }

    @Test
    void withoutTheModuleThatKeepsOurReferenceNoOrderIsTaken() throws Exception {
        server.execute("update ir_module set state = 'not activated' where name = 'web_shop'");
        TrytonErp erp = service.bean(TrytonErp.class);
        erp.connect();
        try {
            assertThat(place(request)).isEqualTo("NOT_SUPPORTED_BY_ERP");
        } finally {
            server.execute("update ir_module set state = 'activated' where name = 'web_shop'");
            erp.connect();
        }
        assertThat(standing()).isEqualTo("NOT_COMMITTED");
    }

    @Test
    void anOrderThatSomebodyElseHasChangedInTrytonIsNotCancelledByWhoHasNotSeenThat() throws Exception {
        before = sales();
        assertThat(place(request)).isEqualTo("CONFIRMED");
        committedOnce();
        String order = service.get("/api/v1/orders/outcomes/" + request).body();
        String id = JsonPath.<List<String>>read(order, "$..id").get(0);
        int version = version(id);
        tryton.write("sale.sale", List.of(Long.valueOf(id)), Map.of("comment", "changed by somebody else"), Map.of());

        HttpResponse<String> answer = service.post(
                "/api/v1/orders/" + id + "/cancellation",
                "application/json",
                "{\"requestId\":\"" + UUID.randomUUID() + "\",\"expectedVersion\":" + version + "}");
        assertThat(JsonPath.<String>read(answer.body(), "$.code")).isEqualTo("VERSION_CONFLICT");
    }

    private static int version(String id) throws Exception {
        return JsonPath.read(
                service.get("/api/v1/orders/" + id + "?maxAgeSeconds=0").body(), "$.order.version");
    }

    private void committedOnce() {
        await().atMost(PATIENCE).until(this::standing, "COMMITTED"::equals);
        assertThat(sales()).isEqualTo(before + 1);
    }

    private static long sales() {
        return tryton.count(TrytonQuery.of("sale.sale"));
    }

    private CompletableFuture<String> placing() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return place(request);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String place(String request) throws Exception {
        HttpResponse<String> reply = service.post(
                "/api/v1/orders",
                "application/json",
                "{\"requestId\":\"" + request + "\",\"order\":{\"customer\":{\"account\":{\"id\":\"C00001\"}},"
                        + "\"line\":[{\"item\":\"SKU-0001\",\"quantity\":\"3\"},"
                        + "{\"item\":\"SKU-0002\",\"quantity\":\"10\"}]}}");
        Map<String, Object> body = JsonPath.read(reply.body(), "$");
        return String.valueOf(body.getOrDefault("outcome", body.get("code")));
    }

    private String standing() throws Exception {
        Map<String, Object> outcome =
                JsonPath.read(service.get("/api/v1/orders/outcomes/" + request).body(), "$");
        return String.valueOf(outcome.get("standing"));
    }

    private static void setPassword(String password) {
        TrytonQuery facade = TrytonQuery.of("res.user").where("login", "=", TrytonSeed.FACADE);
        long user = tryton.searchRead(facade).get(0).id();
        tryton.write("res.user", List.of(user), Map.of("password", password), Map.of());
    }
}
