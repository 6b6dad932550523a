package org.throughline.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/**
 * An order at the prices of a quotation. What an order of some lines costs is worked out from the quotation as an order is
 * amended: the lines keep their prices, discounts and charges on the whole follow from what is left.
 */
final class QuotationOrdering implements Work<Order> {

    private final QuotationPromotion procedure;
    private final Promotion promotion;
    private final LocalDate receivedOn;

    private QuotedLines quoted;
    private Order before;
    private OrderDraft draft;

    QuotationOrdering(QuotationPromotion procedure, Received<Promotion> request) {
        this.procedure = procedure;
        this.promotion = request.demand();
        this.receivedOn = LocalDate.ofInstant(request.at(), procedure.clock().getZone());
    }

    @Override
    public Optional<Made<Order>> earlier() {
        return ordered(lines(quotation())).map(Made::of);
    }

    @Override
    public void decide() {
        procedure.requireSupported();
        Quotation quotation = quotation();
        quoted = lines(quotation);
        before = ordered(quoted).orElse(null);
        if (before == null) {
            draft = QuotationPaths.tell(() -> draft(quotation)).of(quoted);
        }
    }

    /** Ordered before: that order it is. */
    @Override
    public Made<Order> handOver(Fence fence) {
        if (before != null) {
            return Made.of(before);
        }
        return Made.of(new CheckedOrders(procedure.orders()).create(quoted.reference(), draft, wanted -> {
            fence.check();
            return QuotationPaths.tell(() -> procedure.desk().recheck(wanted));
        }));
    }

    @Override
    public void committed(Made<Order> made) {
        // The ERP knows which lines were ordered.
    }

    @Override
    public void refused() {
        // Nothing was taken that would have to be given back.
    }

    private Quotation quotation() {
        return procedure.quotations().get(promotion.quotation(), MaxAge.LIVE).value();
    }

    private Optional<Order> ordered(QuotedLines lines) {
        return procedure.orders().findByReference(lines.reference());
    }

    private QuotedLines lines(Quotation quotation) {
        List<Integer> lines = promotion.lines().isEmpty() ? quotation.asked() : promotion.lines();
        List<Violation> unknown = new ArrayList<>();
        for (int i = 0; i < promotion.lines().size(); i++) {
            if (!quotation.asked().contains(promotion.lines().get(i))) {
                unknown.add(ErrorCode.LINE_NOT_FOUND
                        .at("line[" + i + "]", "The quotation has no such line.")
                        .withRemedy(Remedy.oneOf("These are the lines.", numbers(quotation.asked()))));
            }
        }
        throwIfAny(unknown);
        return new QuotedLines(quotation.id(), lines);
    }

    private OrderDraft draft(Quotation quotation) {
        requireOpen(quotation);
        procedure.desk().requireTraded(quotation.content().account(), QuotationPaths.QUOTATION);
        OrderDraft atItsTerms = quotedTerms(quotation);
        OrderDraft chosen = quotation.isExpired(receivedOn) ? anew(quotation, atItsTerms) : atItsTerms;
        throwIfAny(TotalsCheck.compare(promotion.expected(), chosen.content().totals()));
        String reference = promotion.customerReference() == null
                ? quotation.content().customerReference()
                : promotion.customerReference();
        return chosen.placed(LocalDate.now(procedure.clock()), reference);
    }

    private void requireOpen(Quotation quotation) {
        List<Violation> ordered = quoted.lines().stream()
                .filter(quotation.ordered()::containsKey)
                .map(line -> ErrorCode.QUOTATION_ALREADY_ORDERED
                        .at(Paths.line(line - 1, "number"))
                        .withRemedy(Remedy.oneOf(
                                quotation.open().isEmpty()
                                        ? "No line is left; see the orders of the quotation."
                                        : "These lines can still be ordered.",
                                numbers(quotation.open()))))
                .toList();
        throwIfAny(ordered);
    }

    private OrderDraft quotedTerms(Quotation quotation) {
        if (quoted.lines().equals(quotation.asked())) {
            return new OrderDraft(
                    quotation.content(), promotion.onCreditShortage(), promotion.onStockShortage(), List.of());
        }
        return procedure.amendments().draft(asOrder(quotation), reduction(quotation));
    }

    private Amendment reduction(Quotation quotation) {
        return new Amendment(
                asOrder(quotation).id(),
                quotation.version(),
                null,
                null,
                null,
                null,
                promotion.onCreditShortage(),
                promotion.onStockShortage(),
                null,
                List.of(),
                List.of(),
                quotation.asked().stream()
                        .filter(line -> !quoted.lines().contains(line))
                        .toList());
    }

    private static Order asOrder(Quotation quotation) {
        return new Order(
                new OrderId(quotation.id().dataset(), quotation.id().value()),
                quotation.version(),
                quotation.reference(),
                quotation.content(),
                new OrderStatus(Approval.PENDING, Progress.NONE, Delivery.NONE, Progress.NONE),
                List.of(),
                List.of());
    }

    /** The same wishes at the prices of now, when they were accepted; otherwise what has changed. */
    private OrderDraft anew(Quotation quotation, OrderDraft atItsTerms) {
        OrderDraft now = procedure.desk().draft(wish(atItsTerms.content()));
        if (promotion.newTermsAccepted()) {
            return now.numbered(quoted.lines());
        }
        List<Violation> against = new ArrayList<>();
        against.add(ErrorCode.QUOTATION_EXPIRED
                .at(QuotationPaths.QUOTATION)
                .withRemedy(
                        Remedy.of("Order it with newTermsAccepted and a new request id, or ask for a new quotation."))
                .withDifference(quotation.validUntil().toString(), receivedOn.toString()));
        against.addAll(OfferDifferences.ofPrices(atItsTerms.content(), now.content()));
        throw new ServiceFault(against);
    }

    private OrderRequest wish(OrderContent content) {
        return OrderContents.wish(content, promotion.onCreditShortage()).waitingFrom(LocalDate.now(procedure.clock()));
    }

    private static List<String> numbers(List<Integer> lines) {
        return lines.stream().map(String::valueOf).toList();
    }

    private static void throwIfAny(List<Violation> found) {
        if (!found.isEmpty()) {
            throw new ServiceFault(found);
        }
    }
}
