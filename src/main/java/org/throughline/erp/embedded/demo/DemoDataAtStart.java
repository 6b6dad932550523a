package org.throughline.erp.embedded.demo;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Loads the demo data before the service answers its first request, when the settings ask for it. */
@Component
@ConditionalOnProperty(name = "throughline.demo-data", havingValue = "true")
final class DemoDataAtStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDataAtStart.class);

    private final DataSource erp;

    DemoDataAtStart(@Qualifier("erp") DataSource erp) {
        this.erp = erp;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (new DemoData(erp).loadIfEmpty()) {
            LOG.info("The demo data was loaded.");
        }
    }
}
