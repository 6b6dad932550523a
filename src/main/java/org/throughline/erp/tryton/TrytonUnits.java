package org.throughline.erp.tryton;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.stock.ItemUnit;

/**
 * The units of measure of Tryton. A product can be dealt in every unit of the category of its own; the symbol of a unit is its
 * code for callers.
 */
@Component
class TrytonUnits {

    private static final TrytonQuery ALL = TrytonQuery.of(
                    "product.uom", "symbol", "category", "factor", "rate", "digits", "active")
            .where("active", "in", List.of(true, false))
            .ascending("id");

    /** Tryton keeps factors with twelve decimals; a quotient of two of them is not more exact than that. */
    private static final MathContext PRECISION = new MathContext(12, RoundingMode.HALF_UP);

    private final Kept<Map<Long, TrytonUnit>> units;

    /**
     * @param code its symbol, in the language of Tryton's user
     * @param holds how many of the category's reference unit it holds, times {@code parts}
     * @param parts 1, or how many of it make one reference unit
     * @param decimals of a quantity in it
     * @param active whether it may be used in new documents
     */
    record TrytonUnit(
            long id, String code, long category, BigDecimal holds, BigDecimal parts, int decimals, boolean active) {}

    TrytonUnits(TrytonClient tryton, Clock clock) {
        this.units = new Kept<>(
                () -> tryton.searchRead(ALL).stream()
                        .map(TrytonUnits::unit)
                        .collect(toMap(TrytonUnit::id, Function.identity())),
                clock);
    }

    /** Also one that is switched off: old products may still have it. */
    TrytonUnit get(long id) {
        return Optional.ofNullable(units.get().get(id))
                .orElseGet(() -> units.read().get(id));
    }

    /** The unit of the code that a product can be dealt in; empty when there is none. */
    Optional<TrytonUnit> find(TrytonUnit base, String code) {
        return alike(base).filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** All units that a product can be dealt in, its base unit first, then the one that it is usually sold in. */
    List<ItemUnit> of(TrytonUnit base, TrytonUnit sold) {
        List<TrytonUnit> all = new ArrayList<>(List.of(base));
        Stream.concat(Stream.of(sold), alike(base))
                .filter(unit -> !all.contains(unit))
                .forEach(all::add);
        return all.stream().map(unit -> itemUnit(unit, base)).toList();
    }

    private Stream<TrytonUnit> alike(TrytonUnit base) {
        return units.get().values().stream()
                .filter(unit -> unit.active() && unit.category() == base.category())
                .sorted(comparing(TrytonUnit::id));
    }

    private static ItemUnit itemUnit(TrytonUnit unit, TrytonUnit base) {
        return new ItemUnit(unit.code(), factor(unit, base), unit.decimals());
    }

    /** How many of the base unit the unit holds. */
    static BigDecimal factor(TrytonUnit unit, TrytonUnit base) {
        return unit.holds().multiply(base.parts()).divide(unit.parts().multiply(base.holds()), PRECISION);
    }

    /** Tryton keeps a factor and its inverse, both rounded, and computes with the larger one. */
    private static TrytonUnit unit(TrytonRecord row) {
        boolean larger = row.decimal("factor").compareTo(row.decimal("rate")) > 0;
        return new TrytonUnit(
                row.id(),
                row.text("symbol"),
                row.id("category"),
                larger ? row.decimal("factor") : BigDecimal.ONE,
                larger ? BigDecimal.ONE : row.decimal("rate"),
                row.number("digits").intValue(),
                row.flag("active"));
    }
}
