package org.throughline.app;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock; "today" is the day in UTC. */
@Configuration(proxyBeanMethods = false)
class ClockWiring {

    @Bean
    Clock clock(Settings settings) {
        return settings.clock() == null
                ? Clock.tickMillis(ZoneOffset.UTC)
                : Clock.fixed(settings.clock(), ZoneOffset.UTC);
    }
}
