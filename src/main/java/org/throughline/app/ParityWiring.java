package org.throughline.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
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

    /** An ERP that cannot list its new invoices with their orders has nothing to compare. */
    @Bean
    InvoiceComparison invoiceComparison(Parity parity, ObjectProvider<Bills> bills, Erp erp, Settings settings) {
        Bills known = bills.getIfAvailable(() -> MissingPort.of(Bills.class, erp));
        Duration interval = bills.getIfAvailable() == null
                ? Duration.ZERO
                : settings.parity().interval();
        return new InvoiceComparison(parity, known, erp.dataset(), interval);
    }

    @Bean
    ParityEndpoint parityEndpoint(Mismatches mismatches) {
        return new ParityEndpoint(mismatches);
    }
}
