package org.throughline.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.stock.Reserved;

/**
 * Makes an offer: written down, worked out, reserved in the ERP, written down. When that breaks off, what is reserved
 * ends with the time that the offer would have been valid, and the same request may make it again.
 */
final class OfferMaking {

    private static final int BASE_DECIMALS = 6;

    private final OfferSources sources;
    private final OrderDesk desk;
    private final Clock clock;

    OfferMaking(OfferSources sources, OrderDesk desk, Clock clock) {
        this.sources = sources;
        this.desk = desk;
        this.clock = clock;
    }

    /** @throws ServiceFault when there can be no offer; the claim is given up then */
    Offer make(Offers.Granted claim, OfferRequest request) {
        try {
            return written(claim, reserved(claim, desk.terms(request.order()), request));
        } catch (RuntimeException failure) {
            giveUp(claim, failure);
            throw failure;
        }
    }

    /** The terms are decided anew, with what is in stock, while the stock is locked. */
    private Offer reserved(Offers.Granted claim, OfferTerms terms, OfferRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant until = now.plus(request.validity() == null ? sources.policy().usualValidity() : request.validity())
                .truncatedTo(ChronoUnit.SECONDS);
        AtomicReference<OfferTerms> decided = new AtomicReference<>(terms);
        sources.reservations().reserve(claim.id().value(), until, wanted(terms), () -> {
            requireClaim(sources.offers().holds(claim));
            decided.set(recheck(terms));
            return allocated(decided.get());
        });
        return Offer.open(claim.id(), decided.get(), now, until, "");
    }

    private OfferTerms recheck(OfferTerms terms) {
        OrderContent content = terms.draft().content();
        StockCheck.Result found = desk.stockFor(content);
        if (terms.wish().onStockShortage() == StockPolicy.REFUSE
                && !found.shortages().isEmpty()) {
            throw new ServiceFault(found.shortages());
        }
        OrderContent reserving = OrderContents.reserving(content, found.promises());
        return terms.with(terms.draft().with(terms.draft().holds(), reserving.lines()), found.promises());
    }

    private Offer written(Offers.Granted claim, Offer offer) {
        Offer signed = offer.signed(sources.tokens().sign(offer));
        requireClaim(sources.offers().complete(claim, signed));
        return signed;
    }

    private static void requireClaim(boolean held) {
        if (!held) {
            throw inProgress();
        }
    }

    static ServiceFault inProgress() {
        return new ServiceFault(ErrorCode.REQUEST_IN_PROGRESS
                .at("requestId")
                .withRemedy(Remedy.of("Send the same request again in a moment.")));
    }

    /** When it is certain that the offer is not written, nothing stays reserved for it. */
    private void giveUp(Offers.Granted claim, RuntimeException failure) {
        try {
            if (sources.offers().abandon(claim)) {
                sources.reservations().release(claim.id().value());
            }
        } catch (RuntimeException broken) {
            failure.addSuppressed(broken);
        }
    }

    /** The lines in full. */
    private static List<Reserved> wanted(OfferTerms terms) {
        return terms.draft().content().lines().stream()
                .map(line -> new Reserved(line.item(), line.warehouse(), line.baseQuantity()))
                .toList();
    }

    /** What of the lines is in stock or expected. */
    private static List<Reserved> allocated(OfferTerms terms) {
        List<OrderLine> lines = terms.draft().content().lines();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Reserved(
                        lines.get(i).item(),
                        lines.get(i).warehouse(),
                        inBase(lines.get(i), terms.promises().get(i).reservable())))
                .toList();
    }

    private static BigDecimal inBase(OrderLine line, BigDecimal quantity) {
        return line.baseQuantity()
                .multiply(quantity)
                .divide(line.quantity().value(), BASE_DECIMALS, RoundingMode.HALF_UP);
    }
}
