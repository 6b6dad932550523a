package org.throughline.order;

import java.time.Duration;
import java.time.Instant;
import org.throughline.shared.OfferId;

/** An offer for tests of other packages. */
public final class SampleOffers {

    private SampleOffers() {}

    /** Two boxes of bolts at 100.00 each and eight nuts, five of them in stock, at 10.00 each, with 20 % tax. */
    public static Offer boltsAndNuts() {
        AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
        TestErp erp = new TestErp(clock);
        OfferTerms terms = new OrderDesk(erp.sources(), erp, clock)
                .terms(new Wanted()
                        .line(TestErp.BOLT, "2", "BOX")
                        .line(TestErp.NUT, "8", "EA")
                        .request());
        Instant now = clock.instant();
        return Offer.open(new OfferId("main", "OF-1"), terms, now, now.plus(Duration.ofHours(24)), "");
    }
}
