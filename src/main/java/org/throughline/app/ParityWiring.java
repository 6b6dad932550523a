package org.throughline.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.order.Bills;
import org.throughline.order.Mismatches;
import org.throughline.order.Parity;
import org.throughline.shared.Erp;

/** Compares documents that must be equal while the service runs. */
@Configuration(proxyBeanMethods = false)
class ParityWiring {

    @Bean
    Parity parity(Mismatches mismatches, MeterRegistry meters, Clock clock) {
        return new Parity(new CountedMismatches(mismatches, meters), clock);
    }

    @Bean
    InvoiceComparison invoiceComparison(Parity parity, Bills bills, Erp erp, Settings settings) {
        return new InvoiceComparison(
                parity, bills, erp.dataset(), settings.parity().interval());
    }

    @Bean
    ParityEndpoint parityEndpoint(Mismatches mismatches) {
        return new ParityEndpoint(mismatches);
    }
}
