package org.throughline.pricing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.reverseOrder;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An item, a day, a quantity and a currency in which its prices are looked for: which of the entries apply, and in which
 * unit the answer is given.
 */
final class PriceCase {

    private static final int EXACT_DECIMALS = 12;

    private final ItemTerms item;
    private final LocalDate date;
    private final PriceUnit ordered;
    private final BigDecimal baseQuantity;
    private final Conversion conversion;
    private final List<PriceEntry> list;
    private final Optional<PriceEntry> agreedPrice;
    private final Optional<DiscountEntry> agreedDiscount;

    /** @param baseQuantity in the item's base unit */
    PriceCase(ItemTerms item, LocalDate date, PriceUnit ordered, BigDecimal baseQuantity, Conversion conversion) {
        this.item = item;
        this.date = date;
        this.ordered = ordered;
        this.baseQuantity = baseQuantity;
        this.conversion = conversion;
        this.list = Stream.of(PriceSource.ACCOUNT_LIST, PriceSource.GENERAL_LIST)
                .map(this::listOf)
                .filter(entries -> !entries.isEmpty())
                .findFirst()
                .orElse(List.of());
        Optional<PriceEntry> price = bestPrice();
        Optional<DiscountEntry> discount = list.isEmpty() ? Optional.empty() : bestDiscount();
        boolean discountWins = price.isEmpty() || discount.isPresent() && isStronger(discount.get(), price.get());
        this.agreedPrice = discountWins ? Optional.empty() : price;
        this.agreedDiscount = discountWins ? discount : Optional.empty();
    }

    boolean hasPrice() {
        return !list.isEmpty() || agreedPrice.isPresent();
    }

    /** The entry of the list for its smallest quantity. */
    Optional<PriceEntry> listStart() {
        return list.stream().findFirst();
    }

    /** The entry of the list for the quantity, when it is another than the first. */
    Optional<PriceEntry> listBreak() {
        return list.size() < 2 ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }

    Optional<PriceEntry> agreedPrice() {
        return agreedPrice;
    }

    Optional<DiscountEntry> agreedDiscount() {
        return agreedDiscount;
    }

    Stream<Promotion> promotions() {
        return item.promotions().stream()
                .filter(promotion -> promotion.validity().contains(date))
                .filter(promotion -> promotion.minQuantity().compareTo(baseQuantity) <= 0);
    }

    boolean isConverted() {
        return !conversion.from().equals(conversion.to());
    }

    String rateId() {
        return conversion.from() + "-" + conversion.to();
    }

    String rateText() {
        return "Converted from " + conversion.from() + " at "
                + conversion.rate().stripTrailingZeros().toPlainString();
    }

    /** The unit that the price is given for: that of the price that decides. */
    PriceUnit pricedUnit() {
        return item.unit(deciding().unit()).orElseThrow();
    }

    BigDecimal priceBaseQuantity() {
        return deciding().baseQuantity();
    }

    /** The entry's price for the base quantity of the priced unit, in the currency of the answer. */
    BigDecimal priceOf(PriceEntry entry) {
        BigDecimal converted = entry.unitPrice().multiply(conversion.rate());
        PriceEntry target = deciding();
        if (entry.unit().equals(target.unit()) && entry.baseQuantity().compareTo(target.baseQuantity()) == 0) {
            return converted;
        }
        BigDecimal wanted = pricedUnit().factor().multiply(target.baseQuantity());
        BigDecimal given = item.unit(entry.unit()).orElseThrow().factor().multiply(entry.baseQuantity());
        return converted.multiply(wanted).divide(given, EXACT_DECIMALS, RoundingMode.HALF_UP);
    }

    private PriceEntry deciding() {
        return agreedPrice.orElseGet(() -> list.get(0));
    }

    /** The entries of one list that the quantity reaches, in one unit, by rising quantity. */
    private List<PriceEntry> listOf(PriceSource source) {
        List<PriceEntry> reached =
                applicable().filter(entry -> entry.source() == source).toList();
        Optional<String> unit = reached.stream().map(PriceEntry::unit).min(comparing(this::unitRank));
        List<PriceEntry> sorted = reached.stream()
                .filter(entry -> entry.unit().equals(unit.orElseThrow()))
                .sorted(comparing(PriceEntry::minQuantity).thenComparing(NEWEST_PRICE_LAST))
                .toList();
        return newestOfEachQuantity(sorted);
    }

    private static List<PriceEntry> newestOfEachQuantity(List<PriceEntry> sorted) {
        return IntStream.range(0, sorted.size())
                .filter(i -> i == sorted.size() - 1
                        || sorted.get(i)
                                        .minQuantity()
                                        .compareTo(sorted.get(i + 1).minQuantity())
                                < 0)
                .mapToObj(sorted::get)
                .toList();
    }

    private Optional<PriceEntry> bestPrice() {
        return applicable()
                .filter(entry -> entry.source().isAgreement())
                .min(comparing(PriceEntry::source)
                        .thenComparing(this::baseMinimum, reverseOrder())
                        .thenComparing(entry -> unitRank(entry.unit()))
                        .thenComparing(NEWEST_PRICE_LAST.reversed()));
    }

    private Optional<DiscountEntry> bestDiscount() {
        return item.discounts().stream()
                .filter(discount -> discount.validity().contains(date))
                .filter(discount -> isReached(discount.unit(), discount.minQuantity()))
                .min(comparing(DiscountEntry::source)
                        .thenComparing(this::baseMinimum, reverseOrder())
                        .thenComparing(NEWEST_DISCOUNT_LAST.reversed()));
    }

    private boolean isStronger(DiscountEntry discount, PriceEntry price) {
        int bySource = discount.source().compareTo(price.source());
        return bySource < 0 || bySource == 0 && baseMinimum(discount).compareTo(baseMinimum(price)) > 0;
    }

    private Stream<PriceEntry> applicable() {
        return item.prices().stream()
                .filter(entry -> entry.currency().equals(conversion.from()))
                .filter(entry -> entry.validity().contains(date))
                .filter(entry -> isReached(entry.unit(), entry.minQuantity()));
    }

    private boolean isReached(String unit, BigDecimal minQuantity) {
        Optional<PriceUnit> known = unitOrBase(unit);
        return known.isPresent() && minQuantity.multiply(known.get().factor()).compareTo(baseQuantity) <= 0;
    }

    private BigDecimal baseMinimum(PriceEntry entry) {
        return entry.minQuantity()
                .multiply(unitOrBase(entry.unit()).orElseThrow().factor());
    }

    private BigDecimal baseMinimum(DiscountEntry discount) {
        return discount.minQuantity()
                .multiply(unitOrBase(discount.unit()).orElseThrow().factor());
    }

    private Optional<PriceUnit> unitOrBase(String code) {
        return code == null ? Optional.of(item.baseUnit()) : item.unit(code);
    }

    /** The unit ordered is best, then the base unit, then any other by its name. */
    private String unitRank(String unit) {
        if (unit.equals(ordered.code())) {
            return "";
        }
        return unit.equals(item.baseUnit().code()) ? " " : unit;
    }

    private static final Comparator<PriceEntry> NEWEST_PRICE_LAST = comparing(
                    (PriceEntry entry) -> entry.validity().from(), nullsFirst(naturalOrder()))
            .thenComparing(PriceEntry::id)
            .thenComparing(PriceEntry::unitPrice);
    private static final Comparator<DiscountEntry> NEWEST_DISCOUNT_LAST = comparing(
                    (DiscountEntry discount) -> discount.validity().from(), nullsFirst(naturalOrder()))
            .thenComparing(DiscountEntry::id);

    /**
     * From the currency of prices to that of the answer.
     *
     * @param rate what one of "from" is worth in "to"
     */
    record Conversion(Currency from, Currency to, BigDecimal rate) {

        static Conversion none(Currency currency) {
            return new Conversion(currency, currency, BigDecimal.ONE);
        }
    }
}
