package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.throughline.order.Backoff;
import org.throughline.order.CreditPolicy;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.Dispatcher;
import org.throughline.order.HandingOver;
import org.throughline.order.Ledger;
import org.throughline.order.Order;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderDraft;
import org.throughline.order.OrderFilter;
import org.throughline.order.OrderRequest;
import org.throughline.order.OrderService;
import org.throughline.order.Orders;
import org.throughline.order.PatientWorkers;
import org.throughline.order.RequestKey;
import org.throughline.order.RequestOutcome;
import org.throughline.order.StockPolicy;
import org.throughline.order.TestOffers;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;
import org.throughline.store.TestLedgers;

/**
 * Two nodes over one store and one ERP that fails in every way: each request becomes one order, whoever hands it over, how often
 * whoever breaks off.
 */
abstract class DispatchingContract {

    private static final int CLIENTS = 4;
    private static final int DISPATCHERS = 4;
    private static final long PATIENCE_SECONDS = 240;

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger crashes = new AtomicInteger();
    private final AtomicInteger brokenOff = new AtomicInteger();
    private final AtomicBoolean failing = new AtomicBoolean(true);

    abstract EmbeddedOrderWorld world();

    abstract int requests();

    @Test
    void twoNodesAndAnErpThatFailsInEveryWayMakeOneOrderOfEachRequest() throws Exception {
        AccountId account = world().account(null);
        ItemId item = world().item("100000");
        ExecutorService threads = Executors.newCachedThreadPool();
        try (Node first = new Node();
                Node second = new Node()) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                Node node = i % 2 == 0 ? first : second;
                clients.add(threads.submit(() -> send(node, client, account, item)));
            }
            AtomicBoolean over = new AtomicBoolean();
            List<Future<?>> dispatchers = new ArrayList<>();
            for (int i = 0; i < DISPATCHERS; i++) {
                Node node = i % 2 == 0 ? first : second;
                dispatchers.add(threads.submit(() -> dispatch(node, over)));
            }
            for (Future<?> client : clients) {
                client.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            waitUntilAllHaveAnOutcome(first.ledger);
            over.set(true);
            for (Future<?> dispatcher : dispatchers) {
                dispatcher.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            assertOneOrderOfEach(first, item);
        } finally {
            threads.shutdownNow();
        }
    }

    private void send(Node node, int client, AccountId account, ItemId item) {
        for (int i = client; i < requests(); i += CLIENTS) {
            try {
                node.orders.create(key(i), wanted(account, item, i));
            } catch (ServiceFault | Crash toldNothingOfUse) {
                brokenOff.incrementAndGet();
            }
        }
    }

    /** A dispatcher that dies is started again. */
    private void dispatch(Node node, AtomicBoolean over) {
        while (!over.get()) {
            try {
                if (!node.dispatcher.dispatchOne()) {
                    Thread.sleep(10);
                }
            } catch (Crash again) {
                crashes.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Meanwhile all leases end again and again, also of those who are still at work. */
    private void waitUntilAllHaveAnOutcome(Ledger ledger) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (int round = 1; !ledger.backlog().equals(new Ledger.Backlog(0, 0)); round++) {
            assertThat(System.nanoTime() - end).as("waited too long").isNegative();
            failing.set(round < 20);
            world().database()
                    .store()
                    .sql("update ledger_entry set due_at = 0 where due_at is not null")
                    .update();
            Thread.sleep(250);
        }
    }

    private void assertOneOrderOfEach(Node node, ItemId item) {
        List<OrderId> made = new ArrayList<>();
        for (int i = 0; i < requests(); i++) {
            RequestOutcome.Standing standing =
                    node.orders.outcome(key(i)).value().standing();
            assertThat(standing).isInstanceOf(RequestOutcome.Committed.class);
            OrderId id = ((RequestOutcome.Committed) standing).document().orderId();
            Order order = node.orders.get(id, MaxAge.LIVE).value();
            assertThat(order.reference()).isEqualTo(key(i).reference());
            assertThat(order.content().lines().get(0).quantity().value()).isEqualByComparingTo(quantity(i));
            made.add(id);
        }
        assertThat(made).doesNotHaveDuplicates();
        assertThat(world().database()
                        .erp()
                        .sql("select count(*) from sales_order where reference is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(requests());
        BigDecimal all = BigDecimal.ZERO;
        for (int i = 0; i < requests(); i++) {
            all = all.add(quantity(i));
        }
        assertThat(world().allocated(item)).isEqualByComparingTo(all);
        assertThat(sent.get()).as("some were sent more than once").isGreaterThan(requests());
        assertThat(brokenOff.get()).as("some callers got no outcome").isPositive();
        assertThat(crashes.get()).as("some dispatchers died").isPositive();
    }

    private RequestKey key(int number) {
        return new RequestKey("two nodes", "R-" + number);
    }

    private static BigDecimal quantity(int number) {
        return BigDecimal.valueOf(1 + number % 7);
    }

    private static OrderRequest wanted(AccountId account, ItemId item, int number) {
        return new OrderRequest(
                new CustomerRef.ByAccount(account),
                "PO-" + number,
                null,
                null,
                null,
                DeliveryPolicy.PARTIAL,
                CreditPolicy.HOLD,
                StockPolicy.BACKORDER,
                null,
                List.of(new OrderRequest.Line(item, quantity(number), "EA", null, null)));
    }

    /** All that a node has of its own. */
    private final class Node implements AutoCloseable {

        private final Ledger ledger = TestLedgers.of(world().database().store(), world().clock());
        private final PatientWorkers workers = new PatientWorkers(
                ledger,
                CLIENTS,
                new PatientWorkers.Patience(Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofSeconds(30)),
                UnaryOperator.identity());
        private final HandingOver handing = new HandingOver(
                ledger, workers, new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)), world().clock());
        private final OrderService orders = new OrderService(
                world().erp(),
                world().sources(),
                new FailingOrders(world().orders()),
                handing,
                TestOffers.sources(world().reservations(), world().clock()),
                world().clock());
        private final Dispatcher dispatcher = new Dispatcher(handing, orders.procedures());

        @Override
        public void close() {
            workers.close();
        }
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Fails every other time: before it saves, after it has saved, by an answer, by no answer, by dying. */
    private final class FailingOrders implements Orders {

        private final Orders orders;
        private final Random random = new Random(4);

        private FailingOrders(Orders orders) {
            this.orders = orders;
        }

        @Override
        public Order create(String reference, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
            sent.incrementAndGet();
            fail();
            Order order = orders.create(reference, draft, recheck);
            fail();
            return order;
        }

        private void fail() {
            int fate = failing.get() ? random.nextInt(10) : 9;
            if (fate == 0) {
                throw new IllegalStateException("connection lost");
            }
            if (fate == 1) {
                throw new ServiceFault(ErrorCode.OUTCOME_UNKNOWN.at(""));
            }
            if (fate == 2) {
                throw new Crash();
            }
        }

        private void failToAnswer() {
            if (failing.get() && random.nextInt(5) == 0) {
                throw new ServiceFault(ErrorCode.ERP_UNAVAILABLE.at(""));
            }
        }

        @Override
        public Optional<Order> findByReference(String reference) {
            failToAnswer();
            return orders.findByReference(reference);
        }

        @Override
        public Answer<Order> get(OrderId id, MaxAge maxAge) {
            return orders.get(id, maxAge);
        }

        @Override
        public Answer<Page<Order>> find(OrderFilter filter, PageRequest page, MaxAge maxAge) {
            return orders.find(filter, page, maxAge);
        }

        @Override
        public String warehouseFor(AccountId account) {
            failToAnswer();
            return orders.warehouseFor(account);
        }

        @Override
        public Order amend(OrderChange change, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
            return orders.amend(change, draft, recheck);
        }

        @Override
        public Order cancel(OrderChange change) {
            return orders.cancel(change);
        }

        @Override
        public Optional<Order> findByChange(String reference) {
            failToAnswer();
            return orders.findByChange(reference);
        }
    }
}
