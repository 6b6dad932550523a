package org.throughline.app;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.throughline.endpoint.json.FromBodyResolver;
import org.throughline.endpoint.json.FromQueryResolver;

/** Spring MVC: how query parameters, and bodies with paths and headers, become requests. */
@Configuration(proxyBeanMethods = false)
class RestWiring implements WebMvcConfigurer {

    private final FromQueryResolver fromQuery;
    private final FromBodyResolver fromBody;

    RestWiring(FromQueryResolver fromQuery, FromBodyResolver fromBody) {
        this.fromQuery = fromQuery;
        this.fromBody = fromBody;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(fromQuery);
        resolvers.add(fromBody);
    }
}
