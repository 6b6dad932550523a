package org.throughline.crash;

import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody who runs one errand after the other, and comes back to those that broke off as long as their outcome is not
 * certain. A thread of its own; everything it knows may be read when that has ended.
 */
final class Customer implements Runnable {

    private static final int MOST_BROKEN_OFF = 40;
    private static final Errand.Kind[] KINDS = Errand.Kind.values();

    private final String name;
    private final String url;
    private final Random random;
    private final List<Wish> wishes;
    private final List<Errand> errands = new ArrayList<>();
    private final Deque<Errand> brokenOff = new ArrayDeque<>();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger cutOff = new AtomicInteger();
    private final Map<String, Integer> putOff = new ConcurrentHashMap<>();

    private boolean down;
    private volatile boolean closing;

    Customer(String name, String url, long seed, List<Wish> wishes) {
        this.name = name;
        this.url = url;
        this.random = new Random(seed);
        this.wishes = List.copyOf(wishes);
    }

    /** All that were begun. */
    List<Errand> errands() {
        return errands;
    }

    /** How many errands are finished. */
    int finished() {
        return finished.get();
    }

    /** How often an answer was cut off, so that nobody can know what became of the request. */
    int cutOff() {
        return cutOff.get();
    }

    /** How often the service answered that something was not done, or not known to be done, yet; by code. */
    Map<String, Integer> putOff() {
        return putOff;
    }

    /** Begins nothing new. The thread ends when the outcome of everything is certain, or when it is interrupted. */
    void close() {
        closing = true;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted() && !(closing && brokenOff.isEmpty())) {
            Errand errand = chosen();
            if (isFinished(errand)) {
                finished.incrementAndGet();
            } else {
                brokenOff.addLast(errand);
            }
        }
    }

    private Errand chosen() {
        boolean old = closing || down || brokenOff.size() >= MOST_BROKEN_OFF || random.nextBoolean();
        return old && !brokenOff.isEmpty() ? brokenOff.removeFirst() : begun();
    }

    private Errand begun() {
        Wish wish = wishes.get(random.nextInt(wishes.size()));
        Errand errand = new Errand(name + "-" + errands.size(), KINDS[random.nextInt(KINDS.length)], wish);
        errands.add(errand);
        return errand;
    }

    private boolean isFinished(Errand errand) {
        down = false;
        try {
            while (!errand.isFinished() && errand.goOn(random.nextBoolean() ? Wire.SOAP : Wire.REST, url)) {
                pause(5);
            }
            if (!errand.isFinished()) {
                putOff.merge(errand.lastCode(), 1, Integer::sum);
                pause(100);
            }
        } catch (ConnectException notListening) {
            down = true;
            pause(100);
        } catch (IOException noAnswer) {
            cutOff.incrementAndGet();
        }
        return errand.isFinished();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
