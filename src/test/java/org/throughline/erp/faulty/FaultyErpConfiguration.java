package org.throughline.erp.faulty;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.throughline.erp.resilient.ErpDecorator;
import org.throughline.erp.resilient.ResilientErp;

/** Puts a {@link FaultyErp} where the connector is: the service around it is the real one. */
@Configuration(proxyBeanMethods = false)
public class FaultyErpConfiguration {

    @Bean
    FaultyErp faultyErp() {
        return new FaultyErp();
    }

    @Bean
    @Primary
    ErpDecorator resilientFaultyErp(FaultyErp faulty, ResilientErp resilient) {
        return new ErpDecorator() {
            @Override
            public <P> P around(Class<P> port, P connector) {
                return resilient.around(port, faulty.around(port, connector));
            }
        };
    }
}
