package org.throughline.stock;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.shared.ItemId;

/**
 * What is sold.
 *
 * @param group the ERP's item group; empty when the item has none
 * @param stocked false for services and for what is only bought in on demand: no stock is kept of it
 * @param units all units, the base unit first; never empty
 * @param taxClass decides, with the parties and the date, which tax applies
 * @param leadTimeDays calendar days from ordering it in to having it; empty when that is not known
 * @param substitutes what may be offered instead, the best first
 * @param version another one after each change
 */
public record Item(
        ItemId id,
        String description,
        Optional<String> group,
        ItemStatus status,
        boolean stocked,
        List<ItemUnit> units,
        String taxClass,
        OptionalInt leadTimeDays,
        List<ItemId> substitutes,
        int version,
        Instant changed) {

    public Item {
        requireNonNull(id, "id");
        requireNonNull(description, "description");
        requireNonNull(group, "group");
        requireNonNull(status, "status");
        requireNonNull(taxClass, "taxClass");
        requireNonNull(leadTimeDays, "leadTimeDays");
        requireNonNull(changed, "changed");
        units = List.copyOf(units);
        substitutes = List.copyOf(substitutes);
        if (units.isEmpty()) {
            throw new IllegalArgumentException("item has no unit");
        }
    }

    /** The unit that stock is counted in. */
    public ItemUnit baseUnit() {
        return units.get(0);
    }

    public Optional<ItemUnit> unit(String code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    public List<String> unitCodes() {
        return units.stream().map(ItemUnit::code).toList();
    }
}
