package org.throughline.app;

import org.apache.cxf.Bus;
import org.apache.cxf.bus.spring.SpringBus;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.apache.cxf.ws.policy.PolicyEngine;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** CXF: one bus, one servlet. The contract uses no policies, and looking for some costs a part of each call. */
@Configuration(proxyBeanMethods = false)
class SoapWiring {

    static final String PATH = "/soap";

    @Bean(destroyMethod = "shutdown")
    SpringBus soapBus() {
        SpringBus bus = new SpringBus();
        bus.getExtension(PolicyEngine.class).setEnabled(false);
        return bus;
    }

    @Bean
    ServletRegistrationBean<CXFNonSpringServlet> soapServlet(Bus bus) {
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        var registration = new ServletRegistrationBean<>(servlet, PATH + "/*");
        registration.addInitParameter("hide-service-list-page", "true");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
