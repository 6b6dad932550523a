package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.order.Approval;
import org.throughline.order.Cancellation;
import org.throughline.order.CreditPolicy;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.HandingOver;
import org.throughline.order.InMemoryLedger;
import org.throughline.order.Order;
import org.throughline.order.OrderRequest;
import org.throughline.order.OrderService;
import org.throughline.order.RequestKey;
import org.throughline.order.StockPolicy;
import org.throughline.order.TestOffers;
import org.throughline.shared.AccountId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.Retryable;
import org.throughline.shared.ServiceFault;

/** Whatever is lost on the way to Tryton and back, each request makes one sale, with one shipment and one invoice. Two nodes share a ledger. */
@Tag("tryton")
class TrytonHandOverIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int CLIENTS = 8;
    private static final int ORDERS = 10;
    private static final int REPETITIONS = 4;
    private static final Predicate<String> NONE = method -> false;

    private static LossyTryton lossy;
    private static TrytonOrderWorld world;
    private static TrytonOrderWorld otherNode;
    private static OrderService service;
    private static List<OrderService> nodes;
    private static HandingOver handing;

    @BeforeAll
    static void start() {
        TrytonServer server = TrytonServer.shared();
        lossy = new LossyTryton(server.settings());
        world = new TrytonOrderWorld(new TrytonParts(lossy.settings()), server.administrator());
        handing = InMemoryLedger.handingOver(world.clock());
        service = service(world);
        otherNode = new TrytonOrderWorld(new TrytonParts(lossy.settings()), server.administrator());
        nodes = List.of(service, service(otherNode));
    }

    @AfterAll
    static void stop() {
        if (world != null) {
            world.close();
            otherNode.close();
            lossy.close();
        }
    }

    @AfterEach
    void loseNothingMore() {
        lossy.loseAnswers(NONE);
        lossy.loseRequests(NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sale.sale.create", "sale.sale.quote", "sale.sale.confirm"})
    void anOrderWhoseAnswerIsLostIsMadeOnce(String step) {
        RequestKey key = key();
        OrderRequest request = request(world.account(null), world.item("100"), "2");
        lossy.loseAnswers(once(step));

        assertThat(lostOnce(() -> service.create(key, request))).isTrue();

        Order order = service.create(key, request).value().order();
        assertThat(order.status().approval()).isEqualTo(Approval.APPROVED);
        assertThat(sales(List.of(key))).singleElement().satisfies(TrytonHandOverIT::isProcessedOnce);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sale.sale.create", "ir.note.create", "sale.sale.quote"})
    void aHeldOrderWhoseAnswerIsLostIsMadeOnce(String step) {
        RequestKey key = key();
        OrderRequest request = request(world.account("5.00"), world.item("100"), "2");
        lossy.loseAnswers(once(step));

        assertThat(lostOnce(() -> service.create(key, request))).isTrue();

        Order order = service.create(key, request).value().order();
        assertThat(order.isHeld()).isTrue();
        assertThat(sales(List.of(key))).singleElement().satisfies(sale -> assertThat(sale.text("state"))
                .isEqualTo("quotation"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ir.note.create",
                "stock.shipment.out.cancel",
                "account.invoice.cancel",
                "sale.handle.shipment.exception.execute",
                "sale.handle.invoice.exception.execute"
            })
    void aCancellationThatIsBrokenOffGoesOnWhereItWasLeft(String step) {
        RequestKey key = key();
        Order order = service.create(key(), request(world.account(null), world.item("100"), "2"))
                .value()
                .order();
        Cancellation cancellation = new Cancellation(order.id(), order.version(), false);
        lossy.loseAnswers(once(step));

        assertThat(lostOnce(() -> service.cancel(key, cancellation))).isTrue();

        Order cancelled = service.cancel(key, cancellation).value().order();
        assertThat(cancelled.status().approval()).isEqualTo(Approval.CANCELLED);
    }

    @Test
    void eightClientsThatRepeatWhatIsLostMakeEachOrderOnce() throws Exception {
        List<AccountId> accounts = List.of(world.account(null), world.account("100000.00"));
        ItemId item = world.item("100000");
        List<RequestKey> keys =
                Stream.generate(TrytonHandOverIT::key).limit(ORDERS).toList();
        List<Integer> work = new ArrayList<>(IntStream.range(0, ORDERS * REPETITIONS)
                .map(i -> i % ORDERS)
                .boxed()
                .toList());
        Collections.shuffle(work, new Random(1));
        Map<RequestKey, String> answers = new ConcurrentHashMap<>();
        int lostBefore = lossy.lost();
        lossy.loseRequests(sometimes(0.1));
        lossy.loseAnswers(sometimes(0.2));
        inParallel(CLIENTS, work, number -> {
            RequestKey key = keys.get(number);
            OrderRequest request = request(accounts.get(number % 2), item, String.valueOf(1 + number));
            OrderService node = nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
            String id = untilAnswered(() -> node.create(key, request).value().order())
                    .id()
                    .value();
            assertThat(answers.merge(key, id, (first, second) -> first)).isEqualTo(id);
        });
        loseNothingMore();

        assertThat(lossy.lost() - lostBefore).isGreaterThan(5);
        assertThat(sales(keys)).hasSize(ORDERS).allSatisfy(TrytonHandOverIT::isProcessedOnce);
    }

    /** Tryton counts orders without tax. */
    @Test
    void eightClientsTogetherDoNotExceedACreditLimit() throws Exception {
        AccountId account = world.account("60.00");
        ItemId item = world.item("100000");
        AtomicInteger placed = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        inParallel(CLIENTS, IntStream.range(0, 12).boxed().toList(), number -> {
            try {
                nodes.get(number % 2).create(key(), request(account, item, "1", CreditPolicy.REFUSE));
                placed.incrementAndGet();
            } catch (ServiceFault fault) {
                assertThat(fault.code()).isEqualTo(ErrorCode.CREDIT_EXCEEDED);
                refused.incrementAndGet();
            }
        });

        assertThat(placed.get()).isBetween(5, 6);
        assertThat(refused.get()).isEqualTo(12 - placed.get());
        assertThat(sum(account)).isLessThanOrEqualTo(new BigDecimal("60.00"));
    }

    private interface Client {
        void submit(int number) throws Exception;
    }

    private static void inParallel(int clients, List<Integer> work, Client client) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int number : work) {
                running.add(pool.submit(() -> {
                    client.submit(number);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** As a client does: as long as it is uncertain or not possible now, the same request again. */
    private static Order untilAnswered(java.util.function.Supplier<Order> submission) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Order order = submission.get();
                if (order != null) {
                    return order;
                }
            } catch (ServiceFault fault) {
                if (fault.code().retryable() == Retryable.NO || System.nanoTime() > deadline) {
                    throw fault;
                }
            }
            Thread.sleep(ThreadLocalRandom.current().nextInt(50, 200));
        }
    }

    /** Whether the answer to it was lost, so that the outcome is not known. */
    private static boolean lostOnce(Runnable submission) {
        int before = lossy.lost();
        try {
            submission.run();
            return false;
        } catch (ServiceFault fault) {
            assertThat(fault.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            return lossy.lost() == before + 1;
        }
    }

    private static Predicate<String> once(String step) {
        AtomicInteger left = new AtomicInteger(1);
        return method -> method.endsWith("." + step) && left.getAndDecrement() > 0;
    }

    private static Predicate<String> sometimes(double share) {
        List<String> changes =
                Arrays.asList("sale.sale.create", "sale.sale.quote", "sale.sale.confirm", "sale.sale.delete");
        return method -> changes.stream().anyMatch(method::endsWith)
                && ThreadLocalRandom.current().nextDouble() < share;
    }

    private static OrderService service(TrytonOrderWorld world) {
        return new OrderService(
                world.erp(),
                world.sources(),
                world.orders(),
                handing,
                TestOffers.sources(world.reservations(), world.clock()),
                world.clock());
    }

    private static RequestKey key() {
        return new RequestKey("client", UUID.randomUUID().toString());
    }

    private static OrderRequest request(AccountId account, ItemId item, String quantity) {
        return request(account, item, quantity, CreditPolicy.HOLD);
    }

    private static OrderRequest request(AccountId account, ItemId item, String quantity, CreditPolicy credit) {
        return new OrderRequest(
                new CustomerRef.ByAccount(account),
                null,
                null,
                null,
                null,
                DeliveryPolicy.PARTIAL,
                credit,
                StockPolicy.BACKORDER,
                null,
                List.of(new OrderRequest.Line(item, new BigDecimal(quantity), "EA", null, null)));
    }

    private static List<TrytonRecord> sales(List<RequestKey> keys) {
        return world.administrator()
                .searchRead(TrytonQuery.of(Sale.MODEL, "state", "invoices", "shipments")
                        .where(
                                "web_id",
                                "in",
                                keys.stream().map(RequestKey::reference).toList()));
    }

    private static BigDecimal sum(AccountId account) {
        return world
                .administrator()
                .searchRead(TrytonQuery.of(Sale.MODEL, "untaxed_amount")
                        .where("party.code", "=", account.value())
                        .where("state", "in", List.of("confirmed", "processing", "done")))
                .stream()
                .map(sale -> sale.decimal("untaxed_amount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void isProcessedOnce(TrytonRecord sale) {
        assertThat(sale.text("state")).isEqualTo("processing");
        assertThat(sale.ids("invoices")).hasSize(1);
        assertThat(sale.ids("shipments")).hasSize(1);
    }
}
