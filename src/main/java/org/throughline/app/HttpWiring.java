package org.throughline.app;

import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.throughline.endpoint.http.BodyLimits;
import org.throughline.endpoint.http.CorrelationFilter;
import org.throughline.endpoint.http.FaultReportValve;
import org.throughline.endpoint.http.RequestGuard;
import org.throughline.endpoint.http.SoapAddresses;

/** Filters and limits before SOAP and REST. */
@Configuration(proxyBeanMethods = false)
class HttpWiring {

    private static final String BACK_OFFICE = "/backoffice/";

    @Bean
    FilterRegistrationBean<CorrelationFilter> correlationFilter() {
        var registration = new FilterRegistrationBean<>(new CorrelationFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RequestGuard> requestGuard(Settings settings, SoapEndpoints endpoints) {
        SoapAddresses addresses = new SoapAddresses(SoapWiring.PATH, endpoints::addresses);
        var registration = new FilterRegistrationBean<>(new RequestGuard(path -> limits(settings, path), addresses));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(Settings settings) {
        return factory -> {
            factory.addContextCustomizers(context ->
                    ((StandardHost) context.getParent()).setErrorReportValveClass(FaultReportValve.class.getName()));
            factory.addConnectorCustomizers(connector -> {
                // ids are opaque and may hold a slash
                connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
                connector.setProperty("disableUploadTimeout", "false");
                connector.setProperty(
                        "connectionUploadTimeout",
                        String.valueOf(settings.limits().bodyTime().toMillis()));
            });
        };
    }

    private static BodyLimits limits(Settings settings, String path) {
        DataSize size = path.startsWith(BACK_OFFICE)
                ? settings.backoffice().bodySize()
                : settings.limits().bodySize();
        return new BodyLimits(size.toBytes(), settings.limits().bodyTime());
    }
}
