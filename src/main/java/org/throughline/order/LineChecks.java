package org.throughline.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violation;
import org.throughline.stock.Item;
import org.throughline.stock.ItemUnit;

/** What can be said about the lines of an order without pricing them. */
final class LineChecks {

    private final Map<ItemId, Item> items;
    private final List<String> warehouses;
    private final LocalDate today;

    LineChecks(Map<ItemId, Item> items, List<String> warehouses, LocalDate today) {
        this.items = items;
        this.warehouses = warehouses;
        this.today = today;
    }

    /** @return null when the ERP has no such item */
    Item item(ItemId id) {
        return items.get(id);
    }

    /** @return empty when the line can be priced and looked for in stock */
    List<Violation> check(OrderRequest.Line line, int index) {
        List<Violation> found = new ArrayList<>();
        item(line, index).ifPresent(found::add);
        warehouse(line, index).ifPresent(found::add);
        requiredDate(line.requiredDate(), Paths.line(index, "requiredDate")).ifPresent(found::add);
        return found;
    }

    Optional<Violation> requiredDate(LocalDate date, String path) {
        return date == null || !date.isBefore(today)
                ? Optional.empty()
                : Optional.of(ErrorCode.INVALID_VALUE
                        .at(path, "The required date has passed.")
                        .withRemedy(Remedy.of("Ask for today or later, or leave it out.")));
    }

    private Optional<Violation> item(OrderRequest.Line line, int index) {
        Item item = items.get(line.item());
        if (item == null) {
            return Optional.of(ErrorCode.ITEM_NOT_FOUND.at(Paths.line(index, "item")));
        }
        Optional<ItemUnit> unit = line.unit() == null ? Optional.of(item.baseUnit()) : item.unit(line.unit());
        if (unit.isEmpty()) {
            return Optional.of(ErrorCode.UNIT_NOT_FOUND
                    .at(Paths.line(index, "unit"))
                    .withRemedy(Remedy.oneOf("Use a unit of the item.", item.unitCodes())));
        }
        return unit.get().allows(line.quantity())
                ? Optional.empty()
                : Optional.of(ErrorCode.INVALID_QUANTITY.at(Paths.line(index, "quantity")));
    }

    private Optional<Violation> warehouse(OrderRequest.Line line, int index) {
        return line.warehouse() == null || warehouses.contains(line.warehouse())
                ? Optional.empty()
                : Optional.of(ErrorCode.WAREHOUSE_NOT_FOUND
                        .at(Paths.line(index, "warehouse"))
                        .withRemedy(Remedy.oneOf("Use a warehouse of the ERP, or none.", warehouses)));
    }
}
