package org.throughline.erp.tryton;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.database.KeysetCursor;
import org.throughline.pricing.Buyer;
import org.throughline.pricing.ItemProfile;
import org.throughline.pricing.ItemTerms;
import org.throughline.pricing.OrderTerms;
import org.throughline.pricing.PriceLists;
import org.throughline.pricing.PriceTerms;
import org.throughline.pricing.PriceUnit;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.tax.TaxClass;

/**
 * Tryton's price lists as data: for lists of prices, for taking them over into another ERP, and for computing beside Tryton. What
 * a basket costs, {@link TrytonPrices} asks Tryton itself.
 */
@Component
class TrytonPriceLists implements PriceLists {

    private final TrytonClient tryton;
    private final TrytonPriceTerms terms;
    private final TrytonBuyers buyers;
    private final TrytonProducts products;
    private final TrytonUnits units;
    private final TrytonCategories categories;
    private final TrytonPriceListLines lists;
    private final TrytonUnitPrices unitPrices;
    private final TrytonTaxes taxes;
    private final TrytonCurrencies currencies;
    private final Clock clock;

    TrytonPriceLists(
            TrytonClient tryton,
            TrytonPriceTerms terms,
            TrytonBuyers buyers,
            TrytonProducts products,
            TrytonUnits units,
            TrytonCategories categories,
            TrytonPriceListLines lists,
            TrytonUnitPrices unitPrices,
            TrytonTaxes taxes,
            TrytonCurrencies currencies,
            Clock clock) {
        this.tryton = tryton;
        this.terms = terms;
        this.buyers = buyers;
        this.products = products;
        this.units = units;
        this.categories = categories;
        this.lists = lists;
        this.unitPrices = unitPrices;
        this.taxes = taxes;
        this.currencies = currencies;
        this.clock = clock;
    }

    @Override
    public Answer<PriceTerms> termsOf(AccountId account, MaxAge maxAge) {
        Instant now = clock.instant();
        return Answer.live(terms.of(account, buyers.of(account)), now);
    }

    @Override
    public Answer<PriceTerms> termsOf(Buyer.Prospect prospect, MaxAge maxAge) {
        Instant now = clock.instant();
        return Answer.live(terms.of(prospect, buyers.prospect()), now);
    }

    @Override
    public Answer<Map<ItemId, ItemTerms>> of(PriceTerms buyer, Set<ItemId> items, MaxAge maxAge) {
        Instant now = clock.instant();
        TrytonBuyer known = buyer.account() == null ? buyers.prospect() : buyers.of(buyer.account());
        Collection<TrytonProduct> found = products.of(items).values();
        Map<Long, List<Long>> replaced = known.hasTaxRule() ? replacedTaxes(known, found) : Map.of();
        PriceListLines lines =
                known.priceList() == null ? null : lists.of(known.priceList().id());
        Map<ItemId, ItemTerms> prices = found.stream()
                .collect(toMap(TrytonProduct::item, product -> itemTerms(known, lines, product, replaced)));
        return Answer.live(prices, now);
    }

    /** Tryton's promotions change lines when a sale is quoted, and there are no discounts or charges on the whole. */
    @Override
    public Answer<OrderTerms> orderTermsOf(PriceTerms buyer, MaxAge maxAge) {
        return Answer.live(OrderTerms.NONE, clock.instant());
    }

    @Override
    public Answer<Page<ItemId>> itemsOf(
            PriceTerms buyer, LocalDate date, String itemGroup, PageRequest page, MaxAge maxAge) {
        Instant now = clock.instant();
        String name = "priced items " + itemGroup;
        String after = KeysetCursor.decode(page, name, 1).map(key -> key.get(0)).orElse("");
        TrytonQuery query = TrytonQuery.of("product.product", "code")
                .where("salable", "=", true)
                .where("code", ">", after);
        TrytonQuery wanted = itemGroup == null ? query : query.where("template.categories.rec_name", "=", itemGroup);
        List<ItemId> found = tryton.searchRead(wanted.ascending("code").limit(page.size() + 1)).stream()
                .map(row -> new ItemId(row.text("code")))
                .toList();
        return Answer.live(cut(found, page.size(), name), now);
    }

    private static Page<ItemId> cut(List<ItemId> found, int size, String name) {
        if (found.size() <= size) {
            return new Page<>(found, Optional.empty());
        }
        String last = found.get(size - 1).value();
        return new Page<>(found.subList(0, size), Optional.of(KeysetCursor.encode(name, List.of(last))));
    }

    private ItemTerms itemTerms(
            TrytonBuyer buyer, PriceListLines lines, TrytonProduct product, Map<Long, List<Long>> replaced) {
        List<Long> ofBuyer = replaced.get(product.taxed());
        PriceEntries entries = new PriceEntries(
                currencies.own().currency(), lines, includedRate(buyer, product, ofBuyer), unitPrices.decimals());
        String taxClass = ofBuyer == null ? TaxClasses.ofCategory(product.taxed()) : TaxClasses.ofTaxes(ofBuyer);
        return new ItemTerms(
                profile(product, taxClass),
                entries.of(product, categories.withParents(product.categories())),
                List.of(),
                List.of());
    }

    private ItemProfile profile(TrytonProduct product, String taxClass) {
        return new ItemProfile(
                product.item(),
                product.name(),
                product.group(),
                null,
                new TaxClass(taxClass, product.service()),
                !product.sold(),
                units.of(product.base(), product.sale()).stream()
                        .map(unit -> new PriceUnit(unit.code(), unit.factor(), unit.decimals()))
                        .toList(),
                BigDecimal.ZERO);
    }

    /** The tax that is in the prices of the list; null when they have none in them. */
    private BigDecimal includedRate(TrytonBuyer buyer, TrytonProduct product, List<Long> ofBuyer) {
        if (buyer.priceList() == null || !buyer.priceList().taxIncluded() || product.taxed() == null) {
            return null;
        }
        List<Long> ids = ofBuyer == null ? categories.taxesOf(product.taxed()) : ofBuyer;
        return taxes.of(ids).values().stream().map(TrytonTax::ratePercent).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What a tax rule makes of the taxes of each accounting category; Tryton is asked once for each. */
    private Map<Long, List<Long>> replacedTaxes(TrytonBuyer buyer, Collection<TrytonProduct> found) {
        SaleQuestion sale = terms.saleTo(buyer);
        Map<Long, List<Long>> replaced = new HashMap<>();
        for (TrytonProduct product : found) {
            if (!replaced.containsKey(product.taxed())) {
                replaced.put(product.taxed(), unitPrices.taxes(sale, product));
            }
        }
        return replaced;
    }
}
