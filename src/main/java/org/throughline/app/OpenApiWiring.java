package org.throughline.app;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where the OpenAPI document and its page are. The document is also there as YAML. */
@Configuration(proxyBeanMethods = false)
class OpenApiWiring implements WebMvcConfigurer {

    static final String DOCUMENT = "/api/v1/openapi.json";
    static final String PAGE = "/api/v1/openapi.html";

    /** Where springdoc serves it; it cannot be told the endings apart. */
    private static final String SERVED_AT = "/api/v1/openapi";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController(DOCUMENT).setViewName("forward:" + SERVED_AT);
    }
}
