package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
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

    private final ItemProfile profile;
    private final List<PriceEntry> prices;
    private final List<DiscountEntry> discounts;
    private final List<Promotion> promotions;
    private final Kept<TermsOfDay> days = new Kept<>(DAYS_KEPT);

    /**
     * @param prices of the buyer's list, of the general lists and of the buyer's agreements
     * @param discounts of the buyer's agreements
     */
    public ItemTerms(
            ItemProfile profile,
            List<PriceEntry> prices,
            List<DiscountEntry> discounts,
            List<? extends Promotion> promotions) {
        this.profile = requireNonNull(profile, "profile");
        this.prices = List.copyOf(prices);
        this.discounts = List.copyOf(discounts);
        this.promotions = List.copyOf(promotions);
    }

    public ItemId item() {
        return profile.item();
    }

    public String description() {
        return profile.description();
    }

    /** @return null when the item is in none */
    public String group() {
        return profile.group();
    }

    /** @return null when lines of the item count alone for quantity breaks */
    public String breakGroup() {
        return profile.breakGroup();
    }

    public TaxClass taxClass() {
        return profile.taxClass();
    }

    public boolean blocked() {
        return profile.blocked();
    }

    /** The base unit first. */
    public List<PriceUnit> units() {
        return profile.units();
    }

    /** Of a base unit, in kilograms; zero when it is not known. */
    public BigDecimal weight() {
        return profile.weight();
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
        return units().get(0);
    }

    public Optional<PriceUnit> unit(String code) {
        return Optional.ofNullable(unitOrNull(code));
    }

    /** @return null when the item has no such unit */
    PriceUnit unitOrNull(String code) {
        List<PriceUnit> units = units();
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).code().equals(code)) {
                return units.get(i);
            }
        }
        return null;
    }

    /** What of these terms is in force on a day. */
    TermsOfDay on(LocalDate date) {
        return days.get(kept -> kept.isOn(date), () -> new TermsOfDay(this, date));
    }
}
