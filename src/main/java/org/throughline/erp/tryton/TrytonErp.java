package org.throughline.erp.tryton;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.throughline.erp.tryton.TrytonError.Kind;
import org.throughline.shared.Capabilities;
import org.throughline.shared.Erp;
import org.throughline.shared.ServiceFault;

/**
 * Tryton. What it can do depends on its modules, which are read when it is connected and from time to time after that; until then
 * it is taken to have them all.
 */
@Component
public final class TrytonErp implements Erp, AutoCloseable {

    /** Nothing is possible without these. */
    public static final Set<String> REQUIRED_MODULES = Set.of("sale", "stock", "account_invoice", "product", "party");

    private static final Logger LOG = LoggerFactory.getLogger(TrytonErp.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final String NOT_SEEN_YET = "unknown";

    /** Whether it can be worked with. */
    public enum Connection {
        CONNECTED,
        UNREACHABLE,
        /** The database, the user or the password is wrong. */
        NOT_ADMITTED,
        /** One of {@link #REQUIRED_MODULES} is missing. */
        INCOMPLETE
    }

    private record Seen(String version, Capabilities capabilities) {}

    private final TrytonClient client;
    private final String dataset;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(TrytonErp::thread);
    private volatile Seen seen = new Seen(NOT_SEEN_YET, TrytonAbilities.best());

    TrytonErp(TrytonClient client, @Value("${throughline.dataset}") String dataset) {
        this.client = client;
        this.dataset = dataset;
        timer.scheduleWithFixedDelay(
                this::look, BETWEEN_LOOKS.toSeconds(), BETWEEN_LOOKS.toSeconds(), TimeUnit.SECONDS);
    }

    /** Reads what Tryton can do, and says whether that was possible. What is known stays known when it was not. */
    public Connection connect() {
        try {
            Set<String> modules = modules();
            seen = new Seen(client.version(), TrytonAbilities.with(modules));
            return modules.containsAll(REQUIRED_MODULES) ? Connection.CONNECTED : Connection.INCOMPLETE;
        } catch (ServiceFault fault) {
            LOG.debug("Tryton's modules could not be read", fault);
            return TrytonError.is(fault, Kind.NOT_ADMITTED) ? Connection.NOT_ADMITTED : Connection.UNREACHABLE;
        }
    }

    private void look() {
        try {
            connect();
        } catch (RuntimeException unforeseen) {
            LOG.warn("Tryton's modules could not be read; it is tried again", unforeseen);
        }
    }

    private Set<String> modules() {
        TrytonQuery activated = TrytonQuery.of("ir.module", "name").where("state", "=", "activated");
        return client.searchRead(activated).stream()
                .map(module -> module.text("name"))
                .collect(Collectors.toSet());
    }

    /** Whether Tryton and its database answer within seconds. */
    public boolean answers() {
        return client.answers(PATIENCE);
    }

    @Override
    public String dataset() {
        return dataset;
    }

    @Override
    public String product() {
        return "Tryton";
    }

    /** As it was when Tryton was seen last. */
    @Override
    public String version() {
        return seen.version();
    }

    @Override
    public Capabilities capabilities() {
        return seen.capabilities();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tryton");
        thread.setDaemon(true);
        return thread;
    }
}
