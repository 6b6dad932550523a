package org.throughline.erp.tryton;

import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The company of Tryton that the service works for. */
@Component
class TrytonCompany {

    private final TrytonClient tryton;
    private final Kept<Currency> currency;

    TrytonCompany(TrytonClient tryton, Clock clock) {
        this.tryton = tryton;
        this.currency = new Kept<>(this::readCurrency, clock);
    }

    /** As the branch that accounts belong to: Tryton has no smaller ones. */
    String branch() {
        return Long.toString(tryton.company());
    }

    /** The one that its books are kept in, and so the credit of its customers. */
    Currency currency() {
        return currency.get();
    }

    private Currency readCurrency() {
        return Currency.getInstance(
                tryton.read("company.company", List.of(tryton.company()), List.of("currency.code"), Map.of())
                        .get(0)
                        .text("currency.code"));
    }
}
