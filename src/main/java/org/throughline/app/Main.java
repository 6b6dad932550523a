package org.throughline.app;

import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** Starts Throughline, or runs the command that is asked for. */
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
@ComponentScan({"org.throughline.app", "org.throughline.endpoint", "org.throughline.store"})
@EnableConfigurationProperties(Settings.class)
public class Main {

    /** Runs until it is stopped; when it cannot start, says why in one sentence and exits with 1. */
    public static void main(String[] args) {
        XmlPlatform.choose();
        if (ImportCommand.isMeantBy(args)) {
            System.exit(ImportCommand.run(args, System.out, System.err));
        }
        if (ExportCommand.isMeantBy(args)) {
            System.exit(ExportCommand.run(args, System.out, System.err));
        }
        try {
            SpringApplication.run(Main.class, args);
        } catch (RuntimeException | Error e) {
            LoggerFactory.getLogger(Main.class).debug("cannot start", e);
            System.err.println(StartupFailure.sentence(e));
            System.exit(1);
        }
    }
}
