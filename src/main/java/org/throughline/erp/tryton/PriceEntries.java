package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.erp.tryton.TrytonUnits.TrytonUnit;
import org.throughline.pricing.Period;
import org.throughline.pricing.PriceEntry;
import org.throughline.pricing.PriceSource;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/**
 * The lines of a price list as prices of a product, by quantity and day, in the units that the product is counted and sold in.
 *
 * @param lines of the buyer's list; null when the product's own price holds
 * @param ratePercent of the tax that is in the list's prices; null when they have none in them
 * @param decimals of a unit price
 */
record PriceEntries(Currency currency, PriceListLines lines, BigDecimal ratePercent, int decimals) {

    private static final MathContext PYTHON = new MathContext(28, RoundingMode.HALF_EVEN);
    private static final String OWN_PRICE = "LIST-PRICE";

    /**
     * @param categories of the product and those above them
     * @throws ServiceFault NOT_SUPPORTED_BY_ERP when a formula is no arithmetic
     */
    List<PriceEntry> of(TrytonProduct product, List<Long> categories) {
        List<PriceListLines.Line> ofProduct = lines == null ? List.of() : lines.of(product.id(), categories);
        List<PriceEntry> entries = new ArrayList<>();
        for (Period period : periods(ofProduct)) {
            LocalDate day = period.from() != null
                    ? period.from()
                    : period.until() == null ? LocalDate.EPOCH : period.until().minusDays(1);
            add(
                    entries,
                    product,
                    ofProduct.stream().filter(line -> holds(line, day)).toList(),
                    period);
        }
        return entries;
    }

    /** The spans of days between which another line may decide. */
    private static List<Period> periods(List<PriceListLines.Line> lines) {
        TreeSet<LocalDate> changes = new TreeSet<>();
        for (PriceListLines.Line line : lines) {
            if (line.from() != null) {
                changes.add(line.from());
            }
            if (line.to() != null) {
                changes.add(line.to().plusDays(1));
            }
        }
        List<Period> periods = new ArrayList<>();
        LocalDate from = null;
        for (LocalDate change : changes) {
            periods.add(new Period(from, change));
            from = change;
        }
        periods.add(new Period(from, null));
        return periods;
    }

    private static boolean holds(PriceListLines.Line line, LocalDate day) {
        return (line.from() == null || !day.isBefore(line.from())) && (line.to() == null || !day.isAfter(line.to()));
    }

    private void add(
            List<PriceEntry> entries, TrytonProduct product, List<PriceListLines.Line> inForce, Period period) {
        Set<BigDecimal> steps = new TreeSet<>(Set.of(BigDecimal.ZERO));
        inForce.forEach(line -> steps.add(line.least()));
        BigDecimal before = null;
        for (BigDecimal step : steps) {
            BigDecimal price = price(product, inForce, step);
            if (price != null && !Objects.equals(price, before)) {
                for (TrytonUnit unit : new LinkedHashSet<>(List.of(product.base(), product.sale()))) {
                    entries.add(entry(product, unit, step, price, period));
                }
            }
            before = price;
        }
    }

    /** For one of the base unit; null when there is none. The first line that the quantity reaches decides. */
    private BigDecimal price(TrytonProduct product, List<PriceListLines.Line> inForce, BigDecimal quantity) {
        for (PriceListLines.Line line : inForce) {
            if (line.least().compareTo(quantity) <= 0) {
                return withoutTax(computed(product, line));
            }
        }
        return product.listPrice();
    }

    private static BigDecimal computed(TrytonProduct product, PriceListLines.Line line) {
        BigDecimal cost = product.cost() == null ? BigDecimal.ZERO : product.cost();
        Map<String, BigDecimal> names = product.listPrice() == null
                ? Map.of("cost_price", cost)
                : Map.of("list_price", product.listPrice(), "unit_price", product.listPrice(), "cost_price", cost);
        try {
            return Formula.value(line.formula(), names);
        } catch (Formula.Unreadable unreadable) {
            if (product.listPrice() == null) {
                return null;
            }
            throw new ServiceFault(
                    List.of(ErrorCode.NOT_SUPPORTED_BY_ERP.at(
                            "", "The price list has formulas that are no plain arithmetic; ask for single prices.")),
                    unreadable);
        }
    }

    private BigDecimal withoutTax(BigDecimal price) {
        return price == null || ratePercent == null
                ? price
                : price.divide(BigDecimal.ONE.add(ratePercent.movePointLeft(2)), PYTHON);
    }

    private PriceEntry entry(TrytonProduct product, TrytonUnit unit, BigDecimal step, BigDecimal price, Period period) {
        BigDecimal factor = TrytonUnits.factor(unit, product.base());
        return new PriceEntry(
                lines == null ? PriceSource.GENERAL_LIST : PriceSource.ACCOUNT_LIST,
                lines == null ? OWN_PRICE : Long.toString(lines.list()),
                currency,
                unit.code(),
                inUnit(step, product, unit),
                price.multiply(factor).setScale(decimals, RoundingMode.HALF_EVEN),
                BigDecimal.ONE,
                period);
    }

    /** Quantities of a list are in the unit that the product is sold or counted in. */
    private BigDecimal inUnit(BigDecimal step, TrytonProduct product, TrytonUnit unit) {
        TrytonUnit ofList = lines != null && lines.inSaleUnit() ? product.sale() : product.base();
        return unit.equals(ofList) || step.signum() == 0
                ? step
                : step.multiply(TrytonUnits.factor(ofList, product.base()))
                        .divide(TrytonUnits.factor(unit, product.base()), MathContext.DECIMAL64);
    }
}
