package org.throughline.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Several customers at once. */
final class Crowd {

    private static final int CUSTOMERS = 4;

    private final List<Customer> customers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** They begin at once. */
    static Crowd of(String url, long seed, List<Wish> wishes) {
        Crowd crowd = new Crowd();
        for (int i = 0; i < CUSTOMERS; i++) {
            Customer customer = new Customer("errand-" + (char) ('a' + i), url, seed + i, wishes);
            crowd.customers.add(customer);
            crowd.threads.add(new Thread(customer, "customer-" + i));
        }
        crowd.threads.forEach(Thread::start);
        return crowd;
    }

    int finished() {
        return customers.stream().mapToInt(Customer::finished).sum();
    }

    int cutOff() {
        return customers.stream().mapToInt(Customer::cutOff).sum();
    }

    /** How often the service answered that something was not done, or not known to be done, yet; by code. */
    Map<String, Integer> putOff() {
        return customers.stream()
                .flatMap(each -> each.putOff().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new));
    }

    /** Waits until so many errands are finished. */
    void awaitFinished(int errands, Duration patience) throws InterruptedException {
        await(() -> finished() >= errands, patience, () -> {});
    }

    /**
     * Waits until so many requests were put off.
     *
     * @param meanwhile is done again and again
     */
    void awaitPutOff(int requests, Duration patience, Runnable meanwhile) throws InterruptedException {
        await(() -> putOff().values().stream().mapToInt(Integer::intValue).sum() >= requests, patience, meanwhile);
    }

    private void await(BooleanSupplier event, Duration patience, Runnable meanwhile) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!event.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "finished: " + finished() + ", put off: " + putOff() + ", cut off: " + cutOff());
            }
            meanwhile.run();
            Thread.sleep(50);
        }
    }

    /**
     * Lets everybody come to an end with what was begun.
     *
     * @param patience after which whoever is not finished is sent away
     * @return all errands
     */
    List<Errand> finish(Duration patience) throws InterruptedException {
        customers.forEach(Customer::close);
        long deadline = System.nanoTime() + patience.toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            thread.interrupt();
            thread.join();
        }
        return customers.stream().flatMap(each -> each.errands().stream()).toList();
    }
}
