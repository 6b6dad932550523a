package org.throughline.order;

import java.time.Clock;
import java.time.Duration;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OfferId;
import org.throughline.shared.ServiceFault;
import org.throughline.stock.Reservations;

/** What offers are made with, in memory. */
public final class TestOffers {

    static final OfferPolicy HONOURED =
            new OfferPolicy(Duration.ofHours(24), Duration.ofDays(30), OfferPolicy.Prices.HONOUR);
    static final OfferPolicy REPRICED =
            new OfferPolicy(Duration.ofHours(24), Duration.ofDays(30), OfferPolicy.Prices.REPRICE);

    private TestOffers() {}

    public static OfferSources sources(Reservations reservations, Clock clock) {
        return sources(reservations, new InMemoryOffers(), HONOURED);
    }

    static OfferSources sources(Reservations reservations, Offers offers, OfferPolicy policy) {
        return new OfferSources(offers, new PlainTokens(), reservations, policy);
    }

    /** Tokens that anybody can make: "token of main/OF-1". */
    private static final class PlainTokens implements OfferTokens {

        private static final String PREFIX = "token of ";

        @Override
        public String sign(Offer offer) {
            return PREFIX + offer.id();
        }

        @Override
        public OfferId verify(String token, String path) {
            String[] parts = token.split("[ /]");
            if (!token.startsWith(PREFIX) || parts.length < 4) {
                throw new ServiceFault(ErrorCode.OFFER_TOKEN_MALFORMED.at(path));
            }
            return new OfferId(parts[2], parts[3]);
        }

        @Override
        public String publicKeys() {
            return "none";
        }
    }
}
