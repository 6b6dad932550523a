package org.throughline.app;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.history.ContractService;
import org.throughline.history.HistoryService;
import org.throughline.history.Invoices;
import org.throughline.history.Purchases;
import org.throughline.history.Returns;
import org.throughline.history.ServiceContracts;
import org.throughline.history.Shipments;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Erp;

/** The use cases of the history capability. */
@Configuration(proxyBeanMethods = false)
class HistoryWiring {

    @Bean
    ContractService contractService(Erp erp, AccountResolver resolver, ServiceContracts contracts, Clock clock) {
        return new ContractService(erp, resolver, contracts, clock);
    }

    @Bean
    HistoryService historyService(
            Erp erp,
            AccountResolver resolver,
            Purchases purchases,
            Invoices invoices,
            Shipments shipments,
            Returns returns) {
        return new HistoryService(erp, resolver, purchases, invoices, shipments, returns);
    }
}
