package org.throughline.endpoint.fault;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/** What ties a caller's complaint to our log: taken from the caller when it is sane, else made here. */
public final class CorrelationId {

    public static final String HEADER = "X-Correlation-Id";

    private static final String KEY = "correlationId";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,60}");

    private CorrelationId() {}

    /** Begins a request; everything that this thread logs until {@link #end()} carries the id. */
    public static String begin(String proposed) {
        String id = proposed != null && SANE.matcher(proposed).matches() ? proposed : fresh();
        MDC.put(KEY, id);
        return id;
    }

    public static void end() {
        MDC.remove(KEY);
    }

    /** The id of the request that this thread works on; a new one for each call outside of any request. */
    public static String current() {
        String id = MDC.get(KEY);
        return id == null ? fresh() : id;
    }

    /** It must be unique, but it is no secret; a secure generator would make the threads wait for each other. */
    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
