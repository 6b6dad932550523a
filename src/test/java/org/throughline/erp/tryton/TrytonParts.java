package org.throughline.erp.tryton;

import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** All parts of the connector over one Tryton, put together as the service does. */
final class TrytonParts implements AutoCloseable {

    static final String DATASET = "main";

    private final AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext();

    TrytonParts(TrytonSettings settings) {
        parts.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("throughline.dataset", DATASET)));
        parts.registerBean(TrytonSettings.class, () -> settings);
        parts.registerBean(Clock.class, Clock::systemUTC);
        parts.scan(TrytonParts.class.getPackageName());
        parts.refresh();
    }

    <P> P get(Class<P> port) {
        return parts.getBean(port);
    }

    @Override
    public void close() {
        parts.close();
    }
}
