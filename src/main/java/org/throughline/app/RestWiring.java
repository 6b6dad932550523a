package org.throughline.app;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.throughline.endpoint.json.FromQueryResolver;

/** Spring MVC: how query parameters become requests. */
@Configuration(proxyBeanMethods = false)
class RestWiring implements WebMvcConfigurer {

    private final FromQueryResolver fromQuery;

    RestWiring(FromQueryResolver fromQuery) {
        this.fromQuery = fromQuery;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(fromQuery);
    }
}
