package org.throughline.app;

import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints, once the service is ready, where everything is. */
@Component
class StartupReport {

    private final Links links;
    private final Settings settings;

    StartupReport(Links links, Settings settings) {
        this.links = links;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        System.out.println(text());
    }

    String text() {
        String found = links.all().entrySet().stream()
                .map(link -> "  %-17s %s".formatted(link.getValue(), link.getKey()))
                .collect(Collectors.joining("\n"));
        return "\nThroughline is ready at " + links.base() + "\n" + found + "\n"
                + "  %-17s %s, dataset %s%s%n".formatted("ERP", settings.erp(), settings.dataset(), demo());
    }

    private String demo() {
        return settings.demoData() ? ", with demo data" : "";
    }
}
