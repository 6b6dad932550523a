package org.throughline.app;

import org.springframework.context.annotation.Configuration;

/** The OpenAPI document and its page. */
@Configuration(proxyBeanMethods = false)
class OpenApiWiring {

    static final String DOCUMENT = "/api/v1/openapi";
    static final String PAGE = "/api/v1/openapi.html";
}
