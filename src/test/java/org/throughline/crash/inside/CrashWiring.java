package org.throughline.crash.inside;

import java.time.Clock;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds the watched ports and the clock that can be set to an application that is otherwise as it is. */
@Configuration(proxyBeanMethods = false)
public class CrashWiring {

    @Bean
    static BeanPostProcessor watchedPorts() {
        return new WatchedPorts(Steps.ofThisProcess());
    }

    @Bean
    static BeanPostProcessor clockThatCanBeSet() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Clock ? ClockOfFile.ofThisProcess() : bean;
            }
        };
    }
}
