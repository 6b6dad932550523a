package org.throughline.endpoint.stock.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toPageInfo;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.common.v1.CommonMapper.toWireQuantity;

import java.util.List;
import java.util.Optional;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.shared.Page;
import org.throughline.stock.AvailabilityRequest;
import org.throughline.stock.Item;
import org.throughline.stock.ItemAvailability;
import org.throughline.stock.ItemFilter;
import org.throughline.stock.ItemUnit;
import org.throughline.stock.ScheduleLine;
import org.throughline.stock.StockLevel;
import org.throughline.wire.stock.v1.AvailabilityAnswerType;
import org.throughline.wire.stock.v1.AvailabilityQueryLineType;
import org.throughline.wire.stock.v1.AvailabilityQueryType;
import org.throughline.wire.stock.v1.ItemAnswerType;
import org.throughline.wire.stock.v1.ItemAvailabilityRecordType;
import org.throughline.wire.stock.v1.ItemListAnswerType;
import org.throughline.wire.stock.v1.ItemListQueryType;
import org.throughline.wire.stock.v1.ItemRecordType;
import org.throughline.wire.stock.v1.ItemStatusCodeType;
import org.throughline.wire.stock.v1.ItemUnitRecordType;
import org.throughline.wire.stock.v1.ScheduleLineRecordType;
import org.throughline.wire.stock.v1.SupplyOriginType;
import org.throughline.wire.stock.v1.WarehouseStockRecordType;

/** Between the types of urn:throughline:stock:v1 and the stock capability. */
final class StockMapper {

    private StockMapper() {}

    static AvailabilityRequest toRequest(AvailabilityQueryType query) {
        return new AvailabilityRequest(
                query.getLine().stream().map(StockMapper::toLine).toList());
    }

    static ItemFilter toFilter(ItemListQueryType query) {
        return new ItemFilter(
                Optional.ofNullable(query.getText()),
                Optional.ofNullable(query.getIdPrefix()),
                Optional.ofNullable(query.getGroup()),
                Optional.ofNullable(query.getChangedSince()));
    }

    static AvailabilityAnswerType toAvailabilityAnswer(Answer<List<ItemAvailability>> answer, String dataset) {
        AvailabilityAnswerType wire = new AvailabilityAnswerType();
        answer.value().stream().map(StockMapper::toRecord).forEach(wire.getLine()::add);
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static ItemAnswerType toItemAnswer(Answer<Item> answer, String dataset) {
        ItemAnswerType wire = new ItemAnswerType();
        wire.setItem(toRecord(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static ItemListAnswerType toItemListAnswer(Answer<Page<Item>> answer, String dataset) {
        ItemListAnswerType wire = new ItemListAnswerType();
        answer.value().entries().stream().map(StockMapper::toRecord).forEach(wire.getItem()::add);
        wire.setPage(toPageInfo(answer.value()));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    private static AvailabilityRequest.Line toLine(AvailabilityQueryLineType line) {
        return new AvailabilityRequest.Line(
                new ItemId(line.getItem()),
                line.getQuantity(),
                Optional.ofNullable(line.getUnit()),
                Optional.ofNullable(line.getRequiredDate()),
                Optional.ofNullable(line.getWarehouse()),
                !Boolean.FALSE.equals(line.isPartialAllowed()));
    }

    private static ItemRecordType toRecord(Item item) {
        ItemRecordType wire = new ItemRecordType();
        wire.setId(item.id().value());
        wire.setDescription(item.description());
        wire.setGroup(item.group().orElse(null));
        wire.setStatus(ItemStatusCodeType.valueOf(item.status().name()));
        wire.setStocked(item.stocked());
        wire.setBaseUnit(item.baseUnit().code());
        item.units().stream().map(StockMapper::toRecord).forEach(wire.getUnit()::add);
        wire.setTaxClass(item.taxClass());
        wire.setLeadTimeDays(leadTimeDays(item));
        item.substitutes().stream().map(ItemId::value).forEach(wire.getSubstitute()::add);
        wire.setVersion(item.version());
        wire.setChangedAt(item.changed());
        return wire;
    }

    private static ItemUnitRecordType toRecord(ItemUnit unit) {
        ItemUnitRecordType wire = new ItemUnitRecordType();
        wire.setUnit(unit.code());
        wire.setFactor(toWireQuantity(unit.factor()));
        wire.setDecimals(unit.decimals());
        return wire;
    }

    private static ItemAvailabilityRecordType toRecord(ItemAvailability availability) {
        Item item = availability.item();
        ItemAvailabilityRecordType wire = new ItemAvailabilityRecordType();
        wire.setItem(item.id().value());
        wire.setDescription(item.description());
        wire.setStatus(ItemStatusCodeType.valueOf(item.status().name()));
        wire.setQuantity(toWireQuantity(availability.requested().value()));
        wire.setUnit(availability.requested().unit());
        wire.setRequiredDate(availability.requiredOn());
        wire.setComplete(availability.promise().complete());
        wire.setCompleteDate(availability.promise().completeOn().orElse(null));
        wire.setConfirmedQuantity(toWireQuantity(availability.promise().confirmed()));
        wire.setAvailableQuantity(toWireQuantity(availability.promise().availableOnRequiredDay()));
        availability.promise().schedule().stream().map(StockMapper::toRecord).forEach(wire.getSchedule()::add);
        wire.setBaseUnit(item.baseUnit().code());
        availability.levels().stream().map(StockMapper::toRecord).forEach(wire.getStock()::add);
        wire.setLeadTimeDays(leadTimeDays(item));
        item.substitutes().stream().map(ItemId::value).forEach(wire.getSubstitute()::add);
        return wire;
    }

    private static ScheduleLineRecordType toRecord(ScheduleLine line) {
        ScheduleLineRecordType wire = new ScheduleLineRecordType();
        wire.setDate(line.on());
        wire.setQuantity(toWireQuantity(line.quantity()));
        wire.setWarehouse(line.warehouse().orElse(null));
        wire.setOrigin(SupplyOriginType.valueOf(line.origin().name()));
        return wire;
    }

    private static WarehouseStockRecordType toRecord(StockLevel level) {
        WarehouseStockRecordType wire = new WarehouseStockRecordType();
        wire.setWarehouse(level.warehouse());
        wire.setOnHand(toWireQuantity(level.onHand()));
        wire.setAllocated(toWireQuantity(level.allocated()));
        wire.setAvailable(toWireQuantity(level.available()));
        wire.setOnOrder(toWireQuantity(level.onOrder()));
        wire.setNextReceiptDate(level.nextReceipt().orElse(null));
        return wire;
    }

    private static Integer leadTimeDays(Item item) {
        return item.leadTimeDays().isPresent() ? item.leadTimeDays().getAsInt() : null;
    }
}
