package org.throughline.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OfferId;
import org.throughline.shared.Operation;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.stock.Reserved;

/**
 * An offer in the making: worked out, reserved in the ERP, written down. When that breaks off, what is reserved ends with the time
 * that the offer would have been valid, and making it again reserves under the same reference.
 */
final class OfferMaking implements Work<Offer> {

    private static final int BASE_DECIMALS = 6;

    private final OfferCreation creation;
    private final OfferSources sources;
    private final OrderDesk desk;
    private final OfferId id;
    private final OfferRequest request;

    /** Null before it was decided on. */
    private OfferTerms terms;

    OfferMaking(OfferCreation creation, RequestKey key, OfferRequest request) {
        this.creation = creation;
        this.sources = creation.sources();
        this.desk = creation.desk();
        this.id = new OfferId(creation.erp().dataset(), key.offerReference());
        this.request = request;
    }

    @Override
    public Optional<Made<Offer>> earlier() {
        return sources.offers().find(id).map(Made::of);
    }

    @Override
    public void decide() {
        creation.erp().require(Operation.CREATE_OFFER);
        requireValidity();
        requireFewLines();
        terms = desk.terms(request.order());
    }

    @Override
    public Made<Offer> handOver(Fence fence) {
        Offer offer = reserved(fence);
        return Made.of(sources.offers().add(offer.signed(sources.tokens().sign(offer))));
    }

    @Override
    public void committed(Made<Offer> made) {
        // It is in the book of offers already.
    }

    /** Nothing stays reserved. */
    @Override
    public void refused() {
        if (creation.erp().capabilities().supports(Operation.CREATE_OFFER)) {
            sources.reservations().release(id.value());
        }
    }

    /** The terms are decided anew, with what is in stock, while the stock is locked. */
    private Offer reserved(Fence fence) {
        Instant now = creation.clock().instant().truncatedTo(ChronoUnit.MICROS);
        Instant until = now.plus(request.validity() == null ? sources.policy().usualValidity() : request.validity())
                .truncatedTo(ChronoUnit.SECONDS);
        AtomicReference<OfferTerms> decided = new AtomicReference<>(terms);
        sources.reservations().reserve(id.value(), until, wanted(terms), () -> {
            fence.check();
            decided.set(recheck(terms));
            return allocated(decided.get());
        });
        return Offer.open(id, decided.get(), now, until, "");
    }

    private void requireValidity() {
        Duration validity = request.validity();
        Duration longest = sources.policy().longestValidity();
        if (validity != null && (validity.isNegative() || validity.isZero() || validity.compareTo(longest) > 0)) {
            Remedy remedy =
                    Remedy.atMost("Ask for a shorter time, or for none.", BigDecimal.valueOf(longest.toSeconds()));
            throw new ServiceFault(ErrorCode.INVALID_VALUE
                    .at("validSeconds", "An offer cannot be valid for so long, or for no time at all.")
                    .withRemedy(remedy));
        }
    }

    private void requireFewLines() {
        if (request.order().lines().size() > OfferRequest.MAX_LINES) {
            Remedy remedy = Remedy.atMost("Split the offer.", BigDecimal.valueOf(OfferRequest.MAX_LINES));
            throw new ServiceFault(ErrorCode.TOO_MANY_LINES.at("order.line").withRemedy(remedy));
        }
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
