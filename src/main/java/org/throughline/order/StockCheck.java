package org.throughline.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Quantity;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violation;
import org.throughline.stock.AvailabilityRequest;
import org.throughline.stock.ItemAvailability;
import org.throughline.stock.Origin;
import org.throughline.stock.ScheduleLine;
import org.throughline.stock.StockService;

/** What can be reserved for an order, and what is missing. */
final class StockCheck {

    private final StockService stock;

    StockCheck(StockService stock) {
        this.stock = stock;
    }

    /**
     * What a line needs.
     *
     * @param index of the line in the order, 0 for the first
     * @param requiredDate null for today
     * @param gift whether nobody asked for it; then there is no shortage of it
     */
    record Wish(int index, ItemId item, Quantity quantity, LocalDate requiredDate, String warehouse, boolean gift) {

        /** What is still to be shipped of a line. */
        static Wish of(OrderLine line, LocalDate orderRequired) {
            LocalDate required = line.requiredDate() == null ? orderRequired : line.requiredDate();
            Quantity open = new Quantity(line.open(), line.quantity().unit());
            return new Wish(line.number() - 1, line.item(), open, required, line.warehouse(), line.isGift());
        }
    }

    /**
     * @param promises one for each wish
     * @param shortages of wishes that cannot be fulfilled by their date
     */
    record Result(List<LinePromise> promises, List<Violation> shortages) {}

    /** As {@link #check}, for what is still to be shipped of the lines of an order; one promise for each line. */
    Result check(OrderContent content, LocalDate today) {
        List<OrderLine> open = content.lines().stream()
                .filter(line -> line.open().signum() > 0)
                .toList();
        Result found = open.isEmpty()
                ? new Result(List.of(), List.of())
                : check(
                        open.stream()
                                .map(line -> Wish.of(line, content.requiredDate()))
                                .toList(),
                        today);
        Iterator<LinePromise> promises = found.promises().iterator();
        return new Result(
                content.lines().stream()
                        .map(line -> line.open().signum() > 0 ? promises.next() : LinePromise.NOTHING)
                        .toList(),
                found.shortages());
    }

    /**
     * Reads the stock from the ERP now. Wishes for the same item compete in their order; those for a day that has passed
     * are for today.
     */
    Result check(List<Wish> wishes, LocalDate today) {
        AvailabilityRequest request = new AvailabilityRequest(
                wishes.stream().map(wish -> line(wish, today)).toList());
        List<ItemAvailability> found = stock.availability(request, MaxAge.LIVE).value();
        List<Violation> shortages = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            shortage(wishes.get(i), found.get(i)).ifPresent(shortages::add);
        }
        return new Result(found.stream().map(StockCheck::promise).toList(), shortages);
    }

    private static AvailabilityRequest.Line line(Wish wish, LocalDate today) {
        return new AvailabilityRequest.Line(
                wish.item(),
                wish.quantity().value(),
                Optional.of(wish.quantity().unit()),
                Optional.ofNullable(wish.requiredDate()).filter(date -> date.isAfter(today)),
                Optional.of(wish.warehouse()),
                true);
    }

    private static LinePromise promise(ItemAvailability availability) {
        return new LinePromise(reservable(availability), availability.promise().schedule());
    }

    /** What is in stock or expected; of what is not kept in stock, everything. */
    private static BigDecimal reservable(ItemAvailability availability) {
        if (!availability.item().stocked()) {
            return availability.requested().value();
        }
        return availability.promise().schedule().stream()
                .filter(part -> part.origin() != Origin.LEAD_TIME)
                .map(ScheduleLine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<Violation> shortage(Wish wish, ItemAvailability availability) {
        BigDecimal there = availability.promise().availableOnRequiredDay();
        return wish.gift() || there.compareTo(wish.quantity().value()) >= 0
                ? Optional.empty()
                : Optional.of(ErrorCode.INSUFFICIENT_STOCK
                        .at(Paths.line(wish.index(), "quantity"))
                        .withRemedy(Remedy.atMost("Order no more than can be delivered by the date.", there)));
    }
}
