package org.throughline.app;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.shared.Erp;
import org.throughline.stock.Items;
import org.throughline.stock.StockLevels;
import org.throughline.stock.StockService;

/** The use cases of the stock capability. */
@Configuration(proxyBeanMethods = false)
class StockWiring {

    @Bean
    StockService stockService(Erp erp, Items items, StockLevels stockLevels, Clock clock) {
        return new StockService(erp, items, stockLevels, clock);
    }
}
