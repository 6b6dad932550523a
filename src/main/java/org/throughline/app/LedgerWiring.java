package org.throughline.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.order.Dispatcher;
import org.throughline.order.HandingOver;
import org.throughline.order.Ledger;
import org.throughline.order.OfferService;
import org.throughline.order.OrderService;
import org.throughline.order.PatientWorkers;
import org.throughline.order.Procedure;
import org.throughline.order.QuotationService;
import org.throughline.order.Workers;

/** How requests go through the ledger to the ERP, at once or later. */
@Configuration(proxyBeanMethods = false)
class LedgerWiring {

    @Bean
    PatientWorkers workers(Ledger ledger, Settings settings) {
        return new PatientWorkers(
                ledger, settings.orders().threads(), settings.orders().patience(), InContext::of);
    }

    @Bean
    HandingOver handingOver(Ledger ledger, Workers workers, Settings settings, Clock clock) {
        return new HandingOver(ledger, workers, settings.orders().backoff(), clock);
    }

    @Bean
    OrderDispatch orderDispatch(
            HandingOver handing,
            OrderService orders,
            OfferService offers,
            QuotationService quotations,
            Settings settings) {
        List<Procedure<?, ?>> procedures = new ArrayList<>(orders.procedures());
        procedures.addAll(offers.procedures());
        procedures.addAll(quotations.procedures());
        return new OrderDispatch(new Dispatcher(handing, procedures), settings.orders());
    }

    /** Requests that have not come to an end: {@code throughline.requests}, by state. */
    @Bean
    MeterBinder backlogMeters(Ledger ledger) {
        return meters -> {
            backlog(ledger, "queued", "requests that the ERP has not got yet", Ledger.Backlog::queued)
                    .register(meters);
            backlog(ledger, "doubtful", "requests that the ERP may have got", Ledger.Backlog::doubtful)
                    .register(meters);
        };
    }

    private static Gauge.Builder<Ledger> backlog(
            Ledger ledger, String state, String description, ToDoubleFunction<Ledger.Backlog> count) {
        return Gauge.builder("throughline.requests", ledger, book -> count.applyAsDouble(book.backlog()))
                .tag("state", state)
                .description(description);
    }
}
