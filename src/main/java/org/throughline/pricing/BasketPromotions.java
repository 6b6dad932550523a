package org.throughline.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.shared.ItemId;
import org.throughline.tax.TaxTreatment;

/**
 * Promotions that look at more than one line, by priority. One that applies counts for all lines of its items that are
 * open to it; they then take no other unless both combine.
 */
final class BasketPromotions {

    /** The cheapest first; the rest makes the order of the lines irrelevant. */
    private static final Comparator<Open> CHEAPEST_FIRST = Comparator.comparing(
                    (Open open) -> open.line.price().perBaseUnit())
            .thenComparing(open -> open.line.item().item().value())
            .thenComparing(open -> open.line.demand().baseQuantity());

    private final Basket basket;
    private final Promotion promotion;
    private final List<Open> open;

    private BasketPromotions(Basket basket, Promotion promotion) {
        this.basket = basket;
        this.promotion = promotion;
        this.open = openLines(basket, promotion);
    }

    static Basket dealsBundlesAndFreeGoods(Basket basket) {
        Basket after = basket;
        for (Promotion promotion : inForce(basket)) {
            after = new BasketPromotions(after, promotion).apply();
        }
        return after;
    }

    private static Collection<Promotion> inForce(Basket basket) {
        Map<PromotionTerms, Promotion> found = new TreeMap<>(PromotionTerms.BY_PRIORITY);
        for (BasketLine line : basket.lines()) {
            for (Promotion promotion : line.item().on(basket.context().date()).basketPromotions()) {
                found.put(promotion.terms(), promotion);
            }
        }
        return found.values();
    }

    /** A line that the promotion may count for, as it would be priced then. */
    private record Open(int index, BasketLine line) {

        BigDecimal quantity() {
            return line.demand().baseQuantity();
        }
    }

    private static List<Open> openLines(Basket basket, Promotion promotion) {
        List<Open> found = new ArrayList<>();
        for (int i = 0; i < basket.lines().size(); i++) {
            int index = i;
            BasketLine line = basket.lines().get(i);
            if (isNamedBy(promotion, line, basket)) {
                line.openedTo(promotion.terms(), basket.context().prices())
                        .ifPresent(opened -> found.add(new Open(index, opened)));
            }
        }
        found.sort(CHEAPEST_FIRST);
        return found;
    }

    private static boolean isNamedBy(Promotion promotion, BasketLine line, Basket basket) {
        return line.item().on(basket.context().date()).basketPromotions().stream()
                .anyMatch(each -> each.id().equals(promotion.id()));
    }

    private Basket apply() {
        if (promotion instanceof Promotion.QuantityDeal deal) {
            return deal(deal);
        }
        return promotion instanceof Promotion.Bundle bundle
                ? bundle(bundle)
                : freeGoods((Promotion.FreeGoods) promotion);
    }

    /** Of each full quantity taken, the cheapest units are free. */
    private Basket deal(Promotion.QuantityDeal deal) {
        BigDecimal sets = total().divideToIntegralValue(deal.take());
        Map<Integer, BigDecimal> free =
                firstUnits(open, sets.multiply(deal.take().subtract(deal.pay())));
        Map<Integer, BigDecimal> savings = new HashMap<>();
        for (Open each : open) {
            BigDecimal units = free.get(each.index);
            if (units != null) {
                savings.put(each.index, basket.context().rounded(each.line.valueOf(units)));
            }
        }
        return less(savings, LineAdjustment.Kind.QUANTITY_DEAL);
    }

    /** The sets cost their price; the lines that make them up share what that saves. */
    private Basket bundle(Promotion.Bundle bundle) {
        BigDecimal sets = sets(bundle);
        Map<Integer, BigDecimal> parts = new HashMap<>();
        bundle.contents().forEach((item, each) -> parts.putAll(firstUnits(linesOf(item), sets.multiply(each))));
        List<Open> shared =
                open.stream().filter(line -> parts.containsKey(line.index)).toList();
        List<BigDecimal> values = shared.stream()
                .map(line -> line.line.valueOf(parts.get(line.index)))
                .toList();
        BigDecimal usual = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal price = basket.context().converted(bundle.price().multiply(sets), bundle.currency());
        BigDecimal saving = basket.context().rounded(usual.subtract(price));
        return saving.signum() > 0 ? less(shares(shared, saving, values), LineAdjustment.Kind.BUNDLE) : basket;
    }

    private Map<Integer, BigDecimal> shares(List<Open> lines, BigDecimal saving, List<BigDecimal> values) {
        List<BigDecimal> spread = Spread.of(saving, values, basket.context().decimals());
        Map<Integer, BigDecimal> shares = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            shares.put(lines.get(i).index, spread.get(i));
        }
        return shares;
    }

    private BigDecimal sets(Promotion.Bundle bundle) {
        return bundle.contents().entrySet().stream()
                .map(content -> total(linesOf(content.getKey())).divideToIntegralValue(content.getValue()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** A gift that is not sold or not taxable here is not given. */
    private Basket freeGoods(Promotion.FreeGoods free) {
        BigDecimal sets = total().divideToIntegralValue(free.buy());
        ItemTerms gift = basket.context().items().get(free.gift());
        if (sets.signum() == 0 || gift == null || gift.blocked()) {
            return basket;
        }
        return basket.context()
                .taxes()
                .treatmentOf(gift.taxClass())
                .map(treatment -> with(gift, sets.multiply(free.free()), treatment))
                .orElse(basket);
    }

    private Basket with(ItemTerms gift, BigDecimal quantity, TaxTreatment treatment) {
        Demand demand = Demand.of(gift, gift.baseUnit(), quantity);
        UnitPrice usual = basket.context().prices().find(demand).orElse(null);
        UnitPrice free = UnitPrice.free(usual, gift.baseUnit(), promotion.terms());
        List<BasketLine> lines = new ArrayList<>(less(Map.of(), null).lines());
        lines.add(BasketLine.gift(demand, free, treatment, promotion.terms()));
        return basket.with(lines);
    }

    private BigDecimal total() {
        return total(open);
    }

    private static BigDecimal total(List<Open> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Open line : lines) {
            sum = sum.add(line.quantity());
        }
        return sum;
    }

    private List<Open> linesOf(ItemId item) {
        return open.stream()
                .filter(each -> each.line.item().item().equals(item))
                .toList();
    }

    /** So many base units of the lines, the first lines first. */
    private static Map<Integer, BigDecimal> firstUnits(List<Open> lines, BigDecimal units) {
        Map<Integer, BigDecimal> taken = new HashMap<>();
        BigDecimal left = units;
        for (Open line : lines) {
            BigDecimal some = line.quantity().min(left);
            if (some.signum() > 0) {
                taken.put(line.index, some);
                left = left.subtract(some);
            }
        }
        return taken;
    }

    /** The promotion counts for all lines that are open to it, whether something is off them or not. */
    private Basket less(Map<Integer, BigDecimal> savings, LineAdjustment.Kind kind) {
        if (kind != null && savings.isEmpty()) {
            return basket;
        }
        Map<Integer, BasketLine> changed = new HashMap<>();
        for (Open each : open) {
            BigDecimal saving = savings.getOrDefault(each.index, BigDecimal.ZERO);
            changed.put(each.index, less(each.line, saving, kind).taking(promotion.terms()));
        }
        return basket.replacing(changed);
    }

    private BasketLine less(BasketLine line, BigDecimal saving, LineAdjustment.Kind kind) {
        BigDecimal most = saving.min(line.amount(basket.context().currency()));
        return most.signum() == 0
                ? line
                : line.less(new LineAdjustment(
                        kind, promotion.id(), promotion.terms().description(), most));
    }
}
