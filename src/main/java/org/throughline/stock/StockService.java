package org.throughline.stock;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.shared.Answer;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.Quantity;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;

/** Items, their stock and what can be promised of it. */
public final class StockService {

    private final Erp erp;
    private final Items items;
    private final StockLevels stockLevels;
    private final Clock clock;

    public StockService(Erp erp, Items items, StockLevels stockLevels, Clock clock) {
        this.erp = erp;
        this.items = items;
        this.stockLevels = stockLevels;
        this.clock = clock;
    }

    /** @throws ServiceFault ITEM_NOT_FOUND at id */
    public Answer<Item> getItem(ItemId id, MaxAge maxAge) {
        erp.require(Operation.GET_ITEM);
        return items.get(List.of(id), maxAge).map(found -> Optional.ofNullable(found.get(id))
                .orElseThrow(() -> new ServiceFault(ErrorCode.ITEM_NOT_FOUND.at("id"))));
    }

    /** @throws ServiceFault INVALID_CURSOR */
    public Answer<Page<Item>> findItems(ItemFilter filter, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_ITEMS);
        return items.find(filter, page, maxAge);
    }

    /**
     * One answer for each line, in the order of the lines. Nothing is reserved.
     *
     * @throws ServiceFault TOO_MANY_LINES, or all of ITEM_NOT_FOUND, UNIT_NOT_FOUND, INVALID_QUANTITY,
     *     WAREHOUSE_NOT_FOUND, INVALID_VALUE (a day that has passed) at line[n].item, .unit, .quantity, .warehouse,
     *     .requiredDate
     */
    public Answer<List<ItemAvailability>> checkAvailability(AvailabilityRequest request, MaxAge maxAge) {
        erp.require(Operation.CHECK_AVAILABILITY);
        requireFewLines(request);
        return availability(request, maxAge);
    }

    /** As {@link #checkAvailability}, but with any number of lines: for orders. */
    public Answer<List<ItemAvailability>> availability(AvailabilityRequest request, MaxAge maxAge) {
        List<ItemId> ids =
                request.lines().stream().map(AvailabilityRequest.Line::item).toList();
        Answer<Map<ItemId, Item>> known = items.get(ids, maxAge);
        Answer<List<Warehouse>> warehouses = stockLevels.warehouses(maxAge);
        LocalDate today = LocalDate.now(clock);
        check(request, known.value(), warehouses.value(), today);
        return stockLevels
                .of(ids, maxAge)
                .with(known, (levels, found) -> promise(request, found, levels, today))
                .with(warehouses, (availabilities, any) -> availabilities);
    }

    private static void requireFewLines(AvailabilityRequest request) {
        if (request.lines().size() > AvailabilityRequest.MAX_LINES) {
            Remedy remedy = Remedy.atMost("Split the request.", BigDecimal.valueOf(AvailabilityRequest.MAX_LINES));
            throw new ServiceFault(ErrorCode.TOO_MANY_LINES.at("line").withRemedy(remedy));
        }
    }

    private static void check(
            AvailabilityRequest request, Map<ItemId, Item> known, List<Warehouse> warehouses, LocalDate today) {
        Violations violations = new Violations();
        List<String> codes = warehouses.stream().map(Warehouse::code).toList();
        for (int i = 0; i < request.lines().size(); i++) {
            AvailabilityRequest.Line line = request.lines().get(i);
            String path = "line[" + i + "].";
            checkItem(line, known.get(line.item()), path, violations);
            checkWarehouse(line, codes, path, violations);
            checkDay(line, today, path, violations);
        }
        violations.throwIfAny();
    }

    private static void checkItem(AvailabilityRequest.Line line, Item item, String path, Violations violations) {
        if (item == null) {
            violations.add(ErrorCode.ITEM_NOT_FOUND.at(path + "item"));
            return;
        }
        Optional<ItemUnit> unit = unitOf(line, item);
        if (unit.isEmpty()) {
            Remedy remedy = Remedy.oneOf("Use a unit of the item.", item.unitCodes());
            violations.add(ErrorCode.UNIT_NOT_FOUND.at(path + "unit").withRemedy(remedy));
        } else if (!unit.get().allows(line.quantity())) {
            violations.add(ErrorCode.INVALID_QUANTITY.at(path + "quantity").withRemedy(quantityOf(unit.get())));
        }
    }

    private static Remedy quantityOf(ItemUnit unit) {
        return Remedy.of(
                unit.decimals() == 0
                        ? "Ask for a whole number above zero."
                        : "Ask for more than zero, with at most " + unit.decimals() + " decimals.");
    }

    private static void checkWarehouse(
            AvailabilityRequest.Line line, List<String> codes, String path, Violations violations) {
        if (line.warehouse().isPresent() && !codes.contains(line.warehouse().get())) {
            Remedy remedy = Remedy.oneOf("Use a warehouse of the ERP, or none.", codes);
            violations.add(ErrorCode.WAREHOUSE_NOT_FOUND.at(path + "warehouse").withRemedy(remedy));
        }
    }

    private static void checkDay(AvailabilityRequest.Line line, LocalDate today, String path, Violations violations) {
        if (line.requiredOn().isPresent() && line.requiredOn().get().isBefore(today)) {
            violations.add(ErrorCode.INVALID_VALUE
                    .at(path + "requiredDate", "The day has passed.")
                    .withRemedy(Remedy.of("Ask for today or later, or leave it out.")));
        }
    }

    private static List<ItemAvailability> promise(
            AvailabilityRequest request,
            Map<ItemId, Item> known,
            Map<ItemId, List<StockLevel>> levels,
            LocalDate today) {
        Map<ItemId, List<Lot>> left = new HashMap<>();
        List<ItemAvailability> answers = new ArrayList<>();
        for (AvailabilityRequest.Line line : request.lines()) {
            Item item = known.get(line.item());
            List<StockLevel> all = levels.getOrDefault(line.item(), List.of());
            List<Lot> lots = left.computeIfAbsent(line.item(), id -> claimable(item, all, today));
            Scheduling.Demand demand = demand(line, item, today);
            Scheduling.Outcome outcome = Scheduling.schedule(lots, demand);
            left.put(line.item(), outcome.left());
            answers.add(new ItemAvailability(
                    item,
                    new Quantity(line.quantity(), demand.unit().code()),
                    demand.requiredOn(),
                    inWarehouse(all, line.warehouse()),
                    outcome.promise()));
        }
        return answers;
    }

    private static List<Lot> claimable(Item item, List<StockLevel> levels, LocalDate today) {
        return item.status() == ItemStatus.BLOCKED ? List.of() : Lot.of(levels, today);
    }

    private static Scheduling.Demand demand(AvailabilityRequest.Line line, Item item, LocalDate today) {
        return new Scheduling.Demand(
                line.quantity(),
                unitOf(line, item).orElseThrow(),
                line.requiredOn().orElse(today),
                line.warehouse(),
                line.partialAllowed(),
                leadDay(item, today));
    }

    /** What is not kept in stock is there today, unless it has a lead time. */
    private static Optional<LocalDate> leadDay(Item item, LocalDate today) {
        boolean canBeOrderedIn = item.leadTimeDays().isPresent() || !item.stocked();
        return item.status() == ItemStatus.ACTIVE && canBeOrderedIn
                ? Optional.of(today.plusDays(item.leadTimeDays().orElse(0)))
                : Optional.empty();
    }

    private static Optional<ItemUnit> unitOf(AvailabilityRequest.Line line, Item item) {
        return line.unit().map(item::unit).orElse(Optional.of(item.baseUnit()));
    }

    private static List<StockLevel> inWarehouse(List<StockLevel> levels, Optional<String> warehouse) {
        return levels.stream()
                .filter(level -> warehouse.map(level.warehouse()::equals).orElse(true))
                .toList();
    }
}
