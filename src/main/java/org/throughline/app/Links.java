package org.throughline.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where what can be found, as soon as the port is known. */
@Component
class Links {

    private final Settings settings;
    private final SoapEndpoints endpoints;
    private final String address;
    private volatile String base = "";

    Links(Settings settings, SoapEndpoints endpoints, Environment environment) {
        this.settings = settings;
        this.endpoints = endpoints;
        this.address = environment.getProperty("server.address", "127.0.0.1");
    }

    @EventListener
    void serverStarted(WebServerInitializedEvent event) {
        base = settings.publicUrl() == null
                ? "http://" + host() + ":" + event.getWebServer().getPort()
                : settings.publicUrl().toString().replaceFirst("/$", "");
        endpoints.publishedAt(base);
    }

    String base() {
        return base;
    }

    /** What each address is, by address. */
    Map<String, String> all() {
        Map<String, String> links = new LinkedHashMap<>();
        endpoints.addresses().forEach(path -> links.put(base + SoapWiring.PATH + path + "?wsdl", "WSDL"));
        links.put(base + "/api/v1", "REST");
        links.put(base + OpenApiWiring.PAGE, "OpenAPI page");
        links.put(base + OpenApiWiring.DOCUMENT, "OpenAPI document");
        links.put(base + "/actuator/health", "Health");
        return links;
    }

    private String host() {
        return address.equals("0.0.0.0") || address.equals("::") ? "localhost" : address;
    }
}
