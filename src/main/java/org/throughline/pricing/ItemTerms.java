package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.ItemId;
import org.throughline.tax.TaxClass;

/**
 * Everything that an ERP knows about an item's price for one buyer, whatever the date, quantity and currency. Immutable;
 * what is in force on a day is sorted once and kept, so that pricing again on the same day looks up and compares only.
 */
public final class ItemTerms {

    private static final int DAYS_KEPT = 4;

    private final ItemId item;
    private final String description;
    private final String group;
    private final TaxClass taxClass;
    private final boolean blocked;
    private final List<PriceUnit> units;
    private final List<PriceEntry> prices;
    private final List<DiscountEntry> discounts;
    private final List<Promotion> promotions;
    private final Kept<TermsOfDay> days = new Kept<>(DAYS_KEPT);

    /**
     * @param group null when the item is in none
     * @param blocked whether it may not be sold
     * @param units the base unit first; never empty
     * @param prices of the buyer's list, of the general lists and of the buyer's agreements
     * @param discounts of the buyer's agreements
     */
    public ItemTerms(
            ItemId item,
            String description,
            String group,
            TaxClass taxClass,
            boolean blocked,
            List<PriceUnit> units,
            List<PriceEntry> prices,
            List<DiscountEntry> discounts,
            List<Promotion> promotions) {
        this.item = requireNonNull(item, "item");
        this.description = requireNonNull(description, "description");
        this.group = group;
        this.taxClass = requireNonNull(taxClass, "taxClass");
        this.blocked = blocked;
        this.units = List.copyOf(units);
        if (units.isEmpty()) {
            throw new IllegalArgumentException("item has no unit");
        }
        this.prices = List.copyOf(prices);
        this.discounts = List.copyOf(discounts);
        this.promotions = List.copyOf(promotions);
    }

    public ItemId item() {
        return item;
    }

    public String description() {
        return description;
    }

    public String group() {
        return group;
    }

    public TaxClass taxClass() {
        return taxClass;
    }

    public boolean blocked() {
        return blocked;
    }

    public List<PriceUnit> units() {
        return units;
    }

    public List<PriceEntry> prices() {
        return prices;
    }

    public List<DiscountEntry> discounts() {
        return discounts;
    }

    public List<Promotion> promotions() {
        return promotions;
    }

    public PriceUnit baseUnit() {
        return units.get(0);
    }

    public Optional<PriceUnit> unit(String code) {
        return Optional.ofNullable(unitOrNull(code));
    }

    /** @return null when the item has no such unit */
    PriceUnit unitOrNull(String code) {
        for (PriceUnit unit : units) {
            if (unit.code().equals(code)) {
                return unit;
            }
        }
        return null;
    }

    /** What of these terms is in force on a day. */
    TermsOfDay on(LocalDate date) {
        return days.get(kept -> kept.isOn(date), () -> new TermsOfDay(this, date));
    }
}
