package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.throughline.shared.PostalAddress;

/**
 * A basket to be priced.
 *
 * @param date the day whose prices, rules and tax count; null: today
 * @param currency of the answer; null: the buyer's own
 * @param shipTo where the goods go; null: the account's default delivery address, or the prospect's address
 * @param lines 1 to {@link PricingService#MAX_LINES}; their order does not matter to prices
 */
public record PriceRequest(
        Buyer buyer, LocalDate date, Currency currency, PostalAddress shipTo, List<PriceLine> lines) {

    public PriceRequest {
        requireNonNull(buyer, "buyer");
        lines = List.copyOf(lines);
    }

    PriceRequest withBuyer(Buyer other) {
        return new PriceRequest(other, date, currency, shipTo, lines);
    }

    PriceRequest on(LocalDate day) {
        return new PriceRequest(buyer, day, currency, shipTo, lines);
    }
}
