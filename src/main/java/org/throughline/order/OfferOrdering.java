package org.throughline.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/**
 * An order at the terms of an offer. They are kept as they stand; when they cannot be kept, the differences are said and
 * nothing is ordered, unless the terms of now were accepted beforehand. Whoever came in time is not told that he is late because
 * the ERP was.
 */
final class OfferOrdering implements Work<Order> {

    private final OfferSources sources;
    private final OfferFinder finder;
    private final OfferBinding binding;
    private final OrderDesk desk;
    private final AccountResolver customers;
    private final Clock clock;
    private final RequestKey key;
    private final OfferAcceptance acceptance;

    private final Instant receivedAt;
    private final OrderHandover handover;

    /** What is being ordered; null before it was decided on. */
    private OfferTerms promised;

    private OrderDraft draft;

    OfferOrdering(
            OfferCounter counter,
            OrderDesk desk,
            OrderHandover handover,
            Received<?> request,
            OfferAcceptance acceptance) {
        this.sources = counter.sources();
        this.finder = counter.finder();
        this.binding = counter.binding();
        this.customers = counter.customers();
        this.clock = counter.clock();
        this.desk = desk;
        this.handover = handover;
        this.key = request.key();
        this.receivedAt = request.at();
        this.acceptance = acceptance;
    }

    @Override
    public Optional<Made<Order>> earlier() {
        return handover.earlier(key, AskedLine.of(finder.find(acceptance.proof())));
    }

    @Override
    public void decide() {
        handover.requireSupported();
        draft = draft();
    }

    @Override
    public Made<Order> handOver(Fence fence) {
        return handover.create(key, draft, this::recheck, fence);
    }

    private OrderDraft draft() {
        Offer offer = finder.find(acceptance.proof());
        requireSameCustomer(offer);
        requireOrderable(offer);
        desk.requireTraded(offer.account(), OfferPaths.OFFER);
        promised = offer.terms();
        OrderDraft drafted = drafted(offer).placed(today(), customerReference(offer));
        requireExpected(drafted);
        binding.bind(offer.id(), key);
        return drafted.takingOver(offer.id().value());
    }

    private OrderDraft recheck(OrderDraft drafted) {
        return acceptance.newTermsAccepted() ? recheckAnew(drafted) : recheckPromises(drafted);
    }

    @Override
    public void committed(Made<Order> made) {
        sources.offers().ordered(key, made.value().id());
    }

    @Override
    public void refused() {
        sources.offers().reopen(key);
    }

    private OrderDraft drafted(Offer offer) {
        boolean expired = offer.isExpired(receivedAt);
        if (!expired && sources.policy().prices() == OfferPolicy.Prices.HONOUR) {
            return offer.terms().draft();
        }
        List<Violation> against = new ArrayList<>();
        if (expired) {
            against.add(expired(offer));
        }
        OfferTerms now = termsOfNow(offer, against);
        against.addAll(OfferDifferences.ofPrices(offer.terms(), now));
        if (expired) {
            against.addAll(OfferDifferences.ofPromises(offer.terms(), now.promises(), today()));
        }
        if (acceptance.newTermsAccepted()) {
            return now.draft().with(offer.terms().wish().onStockShortage());
        }
        requireNone(against);
        return offer.terms().draft();
    }

    /** What the same wishes come to now; what is in stock is decided later, when it is locked. */
    private OfferTerms termsOfNow(Offer offer, List<Violation> against) {
        try {
            return desk.terms(offer.terms().wish().waitingFrom(today()));
        } catch (ServiceFault impossible) {
            impossible.violations().stream().map(OfferPaths::inOffer).forEach(against::add);
            throw new ServiceFault(against);
        }
    }

    private OrderDraft recheckAnew(OrderDraft drafted) {
        try {
            return desk.recheck(drafted);
        } catch (ServiceFault fault) {
            throw new ServiceFault(
                    fault.violations().stream().map(OfferPaths::inOffer).toList());
        }
    }

    private OrderDraft recheckPromises(OrderDraft drafted) {
        OrderContent content = drafted.content();
        List<LinePromise> now = desk.stockFor(content).promises();
        List<Violation> against = new ArrayList<>(OfferDifferences.ofPromises(promised, now, today()));
        List<Violation> credit = desk.creditObjections(content);
        if (!promised.draft().isHeld()) {
            against.addAll(OfferDifferences.ofCredit(credit, drafted.onCreditShortage()));
        }
        requireNone(against);
        return drafted.with(
                desk.holds(content, credit),
                OrderContents.reserving(content, now).lines());
    }

    private void requireSameCustomer(Offer offer) {
        if (acceptance.customer() != null
                && !customers
                        .accountFor(acceptance.customer(), OfferPaths.CUSTOMER)
                        .equals(offer.account())) {
            throw new ServiceFault(ErrorCode.OFFER_OF_OTHER_CUSTOMER.at(OfferPaths.CUSTOMER));
        }
    }

    private void requireOrderable(Offer offer) {
        boolean mine = Objects.equals(offer.orderedBy(), key);
        if (offer.state() == Offer.State.CANCELLED || offer.state() == Offer.State.ORDERED && !mine) {
            throw binding.notOpen(offer);
        }
    }

    private void requireExpected(OrderDraft drafted) {
        requireNone(TotalsCheck.compare(acceptance.expected(), drafted.content().totals()).stream()
                .map(OfferPaths::inOffer)
                .toList());
    }

    private Violation expired(Offer offer) {
        return ErrorCode.OFFER_EXPIRED
                .at(OfferPaths.OFFER)
                .withDifference(offer.validUntil().toString(), receivedAt.toString());
    }

    private String customerReference(Offer offer) {
        return acceptance.customerReference() == null
                ? offer.content().customerReference()
                : acceptance.customerReference();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static void requireNone(List<Violation> against) {
        if (!against.isEmpty()) {
            throw new ServiceFault(against);
        }
    }
}
