package org.throughline.order;

import java.time.Clock;
import org.throughline.shared.AccountResolver;

/** Where offers are taken to when they are ordered. */
record OfferCounter(
        OfferSources sources, OfferFinder finder, OfferBinding binding, AccountResolver customers, Clock clock) {

    static OfferCounter of(OfferSources sources, Ledger ledger, Orders orders, AccountResolver customers, Clock clock) {
        return new OfferCounter(
                sources,
                new OfferFinder(sources.offers(), sources.tokens()),
                new OfferBinding(sources.offers(), ledger, orders),
                customers,
                clock);
    }
}
