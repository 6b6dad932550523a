package org.throughline.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;

/** Starts Throughline. */
@SpringBootApplication
@ComponentScan({"org.throughline.app", "org.throughline.endpoint", "org.throughline.store"})
@EnableConfigurationProperties(Settings.class)
public class Main {

    public static void main(String[] args) {
        SpringApplication.run(Main.class, args);
    }
}
