package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughline.erp.tryton.TrytonError.Kind;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Operation;
import org.throughline.shared.ServiceFault;

/** What a live Tryton does when something is wrong with it, and what is made of that. */
@Tag("tryton")
class TrytonFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(8);
    private static final String PARTY = "party.party";
    private static final String PARTY_TABLE = "party_party";

    private static TrytonServer server;

    private final String code = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        server = TrytonServer.separate();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aServerThatIsStoppedIsUnavailableAndHasDoneNothing() {
        TrytonClient client = client();
        client.company();
        server.process().stop();

        assertThat(fault(() -> parties(client))).isEqualTo(ErrorCode.ERP_UNAVAILABLE);
        assertThat(fault(() -> create(client))).isEqualTo(ErrorCode.ERP_UNAVAILABLE);
        assertThat(client.answers(SHORT)).isFalse();

        server.process().start();
        assertThat(parties(client)).isZero();
    }

    @Test
    void theSessionGoesOnAfterARestart() {
        TrytonClient client = client();
        client.company();
        server.process().stop();
        server.process().start();

        create(client);
        assertThat(parties(client)).isOne();
    }

    @Test
    void aServerThatIsPausedInTheMiddleOfACreateLeavesTheOutcomeOpenAndFinishesLater() throws Exception {
        TrytonClient client = client();
        client.company();
        ErrorCode told;
        try (Connection locked = server.locked(PARTY_TABLE, "exclusive")) {
            CompletableFuture<ErrorCode> create = CompletableFuture.supplyAsync(() -> fault(() -> create(client)));
            server.awaitWaiter();
            server.process().signal("STOP");
            locked.rollback();
            told = create.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            server.process().signal("CONT");
        }

        assertThat(told).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        await().atMost(PATIENCE).until(() -> parties(client), count -> count == 1);
    }

    @Test
    void aServerThatIsKilledInTheMiddleOfACreateLeavesTheOutcomeOpenAndNothingElse() throws Exception {
        TrytonClient client = client();
        client.company();
        try (Connection locked = server.locked(PARTY_TABLE, "exclusive")) {
            CompletableFuture<ErrorCode> create = CompletableFuture.supplyAsync(() -> fault(() -> create(client)));
            server.awaitWaiter();
            server.process().signal("KILL");
            assertThat(create.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            locked.rollback();
        }
        server.process().stop();
        server.process().start();

        assertThat(parties(client)).isZero();
    }

    @Test
    void aSlowAnswerIsWaitedFor() throws Exception {
        TrytonClient client = client();
        client.company();
        CompletableFuture<Void> create;
        try (Connection locked = server.locked(PARTY_TABLE, "exclusive")) {
            create = CompletableFuture.runAsync(() -> create(client));
            server.awaitWaiter();
            locked.rollback();
        }

        create.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(parties(client)).isOne();
    }

    @Test
    void aQuestionToALockedDatabaseIsGivenUpInTime() throws Exception {
        TrytonClient client = client();
        client.company();
        try (Connection locked = server.locked(PARTY_TABLE, "access exclusive")) {
            long start = System.nanoTime();
            assertThat(fault(() -> parties(client))).isEqualTo(ErrorCode.ERP_UNAVAILABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.multipliedBy(3));
            locked.rollback();
        }
        assertThat(parties(client)).isZero();
    }

    @Test
    void aChangeInALockedDatabaseIsFoundByAskingLater() throws Exception {
        TrytonClient client = client();
        client.company();
        try (Connection locked = server.locked(PARTY_TABLE, "exclusive")) {
            assertThat(fault(() -> create(client))).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            locked.rollback();
        }
        await().atMost(PATIENCE).until(() -> parties(client), count -> count == 1);
    }

    @Test
    void questionsDoNotNoticeThatTheDatabaseHasLostItsConnections() throws Exception {
        TrytonClient client = client();
        client.company();
        for (int round = 0; round < 5; round++) {
            server.loseConnections();
            assertThat(parties(client)).isZero();
        }
    }

    @Test
    void aSessionThatHasExpiredIsRenewedWithoutDoingAnythingTwice() throws Exception {
        TrytonClient client = client();
        client.company();
        server.execute("delete from ir_session");
        create(client);
        server.execute("delete from ir_session");

        assertThat(parties(client)).isOne();
    }

    @Test
    void aRecordThatSomebodyElseHasChangedIsAConflict() {
        TrytonClient client = client();
        long id = create(client);
        Map<String, String> seen = Map.of(PARTY + "," + id, timestamp(client, id));
        client.write(PARTY, List.of(id), Map.of("name", "changed by somebody else"), Map.of());

        ServiceFault fault = thrown(() -> {
            client.write(PARTY, List.of(id), Map.of("name", "changed by us"), Map.of("_timestamp", seen));
            return id;
        });
        assertThat(fault.code()).isEqualTo(ErrorCode.VERSION_CONFLICT);
        assertThat(TrytonError.is(fault, Kind.CONFLICT)).isTrue();
    }

    @Test
    void aRuleOfTrytonRefusesInItsOwnWords() {
        TrytonClient client = client();
        create(client);

        ServiceFault fault = thrown(() -> create(client));
        assertThat(fault.code()).isEqualTo(ErrorCode.REFUSED_BY_ERP);
        assertThat(fault.violations().get(0).remedy().text()).startsWith("Tryton says: ");
        assertThat(parties(client)).isOne();
    }

    @Test
    void whatTrytonDoesNotUnderstandIsADefectAndNotAnOutage() {
        TrytonClient client = client();
        TrytonQuery wrong = TrytonQuery.of(PARTY, "no_such_field").limit(1);

        assertThat(fault(() -> client.searchRead(wrong))).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(fault(() -> client.ask("model.party.party.no_such_method", List.of(), Map.of())))
                .isEqualTo(ErrorCode.NOT_SUPPORTED_BY_ERP);
    }

    @Test
    void aWrongPasswordIsToldOnceAndNotTriedAgainAtOnce() {
        TrytonClient client = client(server.settings(TrytonSeed.FACADE, "wrong"));

        ServiceFault first = thrown(client::company);
        assertThat(first.code()).isEqualTo(ErrorCode.ERP_UNAVAILABLE);
        assertThat(TrytonError.is(first, Kind.NOT_ADMITTED)).isTrue();
        assertThat(thrown(client::company).getCause())
                .as("the answer to the first try")
                .isSameAs(first.getCause());
        try (TrytonErp erp = erp(client)) {
            assertThat(erp.connect()).isEqualTo(TrytonErp.Connection.NOT_ADMITTED);
        }
    }

    @Test
    void aModuleThatIsMissingTakesWhatNeedsItAway() throws Exception {
        TrytonClient client = client();
        try (TrytonErp erp = erp(client)) {
            server.execute("update ir_module set state = 'not activated' where name = 'web_shop'");
            assertThat(erp.connect()).isEqualTo(TrytonErp.Connection.CONNECTED);
            assertThat(erp.capabilities().supports(Operation.CREATE_ORDER)).isFalse();
            assertThat(fault(() -> {
                        erp.require(Operation.CREATE_ORDER);
                        return null;
                    }))
                    .isEqualTo(ErrorCode.NOT_SUPPORTED_BY_ERP);
            assertThat(erp.capabilities().supports(Operation.FIND_INVOICES)).isTrue();

            server.execute("update ir_module set state = 'not activated' where name = 'sale'");
            assertThat(erp.connect()).isEqualTo(TrytonErp.Connection.INCOMPLETE);
        } finally {
            server.execute("update ir_module set state = 'activated' where name in ('web_shop', 'sale')");
        }
    }

    private static TrytonClient client() {
        return client(server.settings());
    }

    /** One that is less patient than that of the other tests. */
    private static TrytonClient client(TrytonSettings settings) {
        return new TrytonClient(new TrytonSettings(
                settings.url(),
                settings.database(),
                settings.user(),
                settings.password(),
                settings.company(),
                settings.connectTime(),
                SHORT));
    }

    private static TrytonErp erp(TrytonClient client) {
        return new TrytonErp(client, "TEST");
    }

    private long create(TrytonClient client) {
        return client.create(PARTY, List.of(Map.of("name", "Fault", "code", code)), Map.of())
                .get(0);
    }

    private long parties(TrytonClient client) {
        return client.count(TrytonQuery.of(PARTY).where("code", "=", code));
    }

    private static String timestamp(TrytonClient client, long id) {
        return client.read(PARTY, List.of(id), List.of("_timestamp"), Map.of())
                .get(0)
                .text("_timestamp");
    }

    private static ErrorCode fault(Callable<?> call) {
        return thrown(call).code();
    }

    private static ServiceFault thrown(Callable<?> call) {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, call::call);
        assertThat(fault).as("a fault").isNotNull();
        return fault;
    }
}
