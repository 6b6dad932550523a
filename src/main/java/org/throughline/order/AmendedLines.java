package org.throughline.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.throughline.pricing.AppliedRule;
import org.throughline.pricing.PricedDocument;
import org.throughline.pricing.PricedLine;
import org.throughline.pricing.SetPrice;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.Quantity;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;

/**
 * The lines of an order after an amendment. Lines keep their numbers; new ones get the next. A line whose quantity stays,
 * or of which something was shipped or invoiced, keeps its unit price whatever the prices of the order's date say now:
 * it was promised or charged.
 */
final class AmendedLines {

    private final Order order;
    private final Amendment amendment;
    private final List<Part> parts;

    private AmendedLines(Order order, Amendment amendment, List<Part> parts) {
        this.order = order;
        this.amendment = amendment;
        this.parts = parts;
    }

    /**
     * A line that was asked for.
     *
     * @param before null when it comes new
     */
    private record Part(int number, OrderLine before, OrderRequest.Line wanted) {

        static Part of(OrderLine line, Optional<Amendment.LineChange> change) {
            BigDecimal quantity = change.map(Amendment.LineChange::quantity)
                    .orElse(line.quantity().value());
            OrderRequest.Line wanted = new OrderRequest.Line(
                    line.item(),
                    quantity,
                    line.quantity().unit(),
                    change.map(Amendment.LineChange::requiredDate).orElse(null),
                    null,
                    change.map(Amendment.LineChange::agreed).orElse(null));
            return new Part(line.number(), line, wanted);
        }

        boolean keepsPrice() {
            return before != null
                    && wanted.agreed() == null
                    && (before.isStarted() || before.quantity().value().compareTo(wanted.quantity()) == 0);
        }
    }

    static AmendedLines of(Order order, Amendment amendment) {
        List<Part> parts = new ArrayList<>();
        for (OrderLine line : order.content().lines()) {
            if (!line.isGift() && !amendment.removed().contains(line.number())) {
                parts.add(Part.of(line, change(amendment, line.number())));
            }
        }
        int number = firstAdded(order);
        for (OrderRequest.Line added : amendment.added()) {
            parts.add(new Part(number++, null, added));
        }
        return new AmendedLines(order, amendment, parts);
    }

    /** The amendment that gives up what was neither shipped nor invoiced. */
    static Amendment withoutOpen(Order order) {
        List<OrderLine> asked =
                order.content().lines().stream().filter(line -> !line.isGift()).toList();
        return new Amendment(
                order.id(),
                order.version(),
                null,
                null,
                null,
                null,
                CreditPolicy.HOLD,
                StockPolicy.BACKORDER,
                null,
                asked.stream()
                        .filter(OrderLine::isStarted)
                        .map(line -> new Amendment.LineChange(line.number(), line.settled(), null, null))
                        .toList(),
                List.of(),
                asked.stream()
                        .filter(line -> !line.isStarted())
                        .map(OrderLine::number)
                        .toList());
    }

    private static Optional<Amendment.LineChange> change(Amendment amendment, int number) {
        return amendment.lines().stream()
                .filter(change -> change.number() == number)
                .findFirst();
    }

    private static int firstAdded(Order order) {
        return order.content().lines().stream()
                        .filter(line -> !line.isGift() || line.isStarted())
                        .mapToInt(OrderLine::number)
                        .max()
                        .orElse(0)
                + 1;
    }

    /** The number of the first line that comes new. Gifts that were not shipped make room for it. */
    int firstAdded() {
        return firstAdded(order);
    }

    List<OrderRequest.Line> requested() {
        return parts.stream().map(Part::wanted).toList();
    }

    OrderPricing pricing(OrderSources sources) {
        OrderContent content = order.content();
        return new OrderPricing(sources, content.account(), content.orderDate(), content.currency(), shipTo());
    }

    /** @return the lines that can be priced; what is wrong with the others is among the violations */
    List<WantedLine> wanted(LineChecks checks, String usualWarehouse, Violations violations) {
        List<WantedLine> wanted = new ArrayList<>();
        for (Part part : parts) {
            List<Violation> objections =
                    part.before == null || change(amendment, part.number).isPresent()
                            ? checks.check(part.wanted, part.number - 1)
                            : List.of();
            objections.forEach(violations::add);
            if (objections.isEmpty()) {
                wanted.add(
                        part.before == null
                                ? OrderIntake.wanted(
                                        part.wanted, part.number - 1, checks.item(part.wanted.item()), usualWarehouse)
                                : wanted(part));
            }
        }
        return wanted;
    }

    private static WantedLine wanted(Part part) {
        OrderLine before = part.before;
        OrderRequest.Line wanted = part.wanted;
        return new WantedLine(
                part.number - 1,
                before.item(),
                new Quantity(wanted.quantity(), before.quantity().unit()),
                wanted.requiredDate() == null ? before.requiredDate() : wanted.requiredDate(),
                before.warehouse(),
                wanted.agreed() == null
                        ? agreedBefore(before.price())
                        : wanted.agreed().asSetPrice(),
                false);
    }

    private static SetPrice agreedBefore(LinePrice price) {
        return price.isOverridden()
                ? new SetPrice(
                        AppliedRule.Kind.PRICE_OVERRIDE,
                        price.unitPrice(),
                        price.unit(),
                        price.baseQuantity(),
                        BigDecimal.ZERO,
                        price.overrideReason())
                : null;
    }

    /**
     * The lines with the prices that they keep, where pricing anew comes to others or to none.
     *
     * @param violations of pricing anew
     */
    List<WantedLine> keepingPrices(List<WantedLine> wanted, Optional<PricedDocument> anew, Violations violations) {
        return IntStream.range(0, wanted.size())
                .mapToObj(i ->
                        isToBeKept(i, anew, violations) ? keepingPrice(wanted.get(i), parts.get(i)) : wanted.get(i))
                .toList();
    }

    private boolean isToBeKept(int index, Optional<PricedDocument> anew, Violations violations) {
        Part part = parts.get(index);
        if (!part.keepsPrice()) {
            return false;
        }
        String place = Paths.line(part.number - 1, "");
        return anew.map(document ->
                        !isSamePrice(part.before.price(), document.lines().get(index)))
                .orElseGet(() -> violations.found().stream()
                        .anyMatch(violation -> violation.path().startsWith(place)));
    }

    private static boolean isSamePrice(LinePrice before, PricedLine now) {
        return before.unitPrice().compareTo(now.unitPrice()) == 0
                && before.baseQuantity().compareTo(now.priceBaseQuantity()) == 0
                && before.unit().equals(now.pricedQuantity().unit());
    }

    private WantedLine keepingPrice(WantedLine line, Part part) {
        LinePrice price = part.before.price();
        return line.at(new SetPrice(
                price.isOverridden() ? AppliedRule.Kind.PRICE_OVERRIDE : AppliedRule.Kind.PRICE_KEPT,
                price.unitPrice(),
                price.unit(),
                price.baseQuantity(),
                allowance(part),
                price.isOverridden()
                        ? price.overrideReason()
                        : "Price of order " + order.id().value()));
    }

    /** In proportion to the quantity. */
    private BigDecimal allowance(Part part) {
        BigDecimal before = part.before.price().allowance();
        return before.signum() == 0
                ? BigDecimal.ZERO
                : before.multiply(part.wanted.quantity())
                        .divide(
                                part.before.quantity().value(),
                                order.content().currency().getDefaultFractionDigits(),
                                RoundingMode.HALF_UP);
    }

    /** What the order becomes. Gifts that stay keep their numbers and what was shipped of them. */
    OrderContent content(List<WantedLine> wanted, PricedDocument priced, String usualWarehouse) {
        List<WantedLine> withGifts = OrderPricing.withGifts(wanted, priced, usualWarehouse);
        OrderContent before = order.content();
        List<OrderLine> lines = new ArrayList<>();
        int next = firstAdded() + amendment.added().size();
        for (int i = 0; i < withGifts.size(); i++) {
            OrderLine line = OrderContents.line(withGifts.get(i), priced.lines().get(i));
            Optional<OrderLine> earlier = line.isGift() ? shippedGift(line) : Optional.ofNullable(parts.get(i).before);
            int number = i < wanted.size()
                    ? line.number()
                    : earlier.isPresent() ? earlier.get().number() : next++;
            lines.add(earlier.map(same -> line.with(same.progress().reserving(BigDecimal.ZERO)))
                    .orElse(line)
                    .numbered(number));
        }
        return new OrderContent(
                before.account(),
                amendment.customerReference() == null ? before.customerReference() : amendment.customerReference(),
                before.orderDate(),
                amendment.requiredDate() == null ? before.requiredDate() : amendment.requiredDate(),
                priced.currency(),
                priced.pricesIncludeTax(),
                shipTo(),
                amendment.delivery() == null ? before.delivery() : amendment.delivery(),
                lines,
                priced.adjustments(),
                priced.taxes(),
                priced.totals());
    }

    private Optional<OrderLine> shippedGift(OrderLine gift) {
        return order.content().lines().stream()
                .filter(line -> line.isGift() && line.isStarted())
                .filter(line -> line.item().equals(gift.item())
                        && Objects.equals(line.price().freeBy(), gift.price().freeBy()))
                .findFirst();
    }

    /** Gifts that were shipped and that the amended order does not earn any more. */
    List<Violation> lostGifts(OrderContent content) {
        return order.content().lines().stream()
                .filter(line -> line.isGift() && line.isStarted())
                .filter(gift -> content.lines().stream()
                        .noneMatch(line -> line.number() == gift.number()
                                && line.quantity().value().compareTo(gift.settled()) >= 0))
                .map(gift -> ErrorCode.QUANTITY_BELOW_SHIPPED
                        .at(
                                Paths.line(gift.number() - 1, "quantity"),
                                "The gift was shipped, and the amended order does not earn it.")
                        .withRemedy(Remedy.of("Keep what the promotion asks for.")))
                .toList();
    }

    private PostalAddress shipTo() {
        return amendment.shipTo() == null ? order.content().shipTo() : amendment.shipTo();
    }
}
