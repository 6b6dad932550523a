package org.throughline.pricing;

import static org.throughline.pricing.Samples.DAY;
import static org.throughline.pricing.Samples.EUR;
import static org.throughline.pricing.Samples.GBP;
import static org.throughline.pricing.Samples.number;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.RoundingLevel;
import org.throughline.tax.TaxParty;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxTable;

/** A British shop that sells sample items at 20 % tax, or 0 % those of class ZERO; a euro is worth 0.85 pounds. */
final class SampleShop {

    private static final AccountId ACCOUNT = new AccountId("main", "A1");
    private static final Instant NOW = Instant.parse("2026-11-15T10:00:00Z");

    private final Map<ItemId, ItemTerms> items;
    private final List<OrderDiscount> discounts = new ArrayList<>();
    private final List<ChargeRule> charges = new ArrayList<>();
    private AgreementPolicy policy = AgreementPolicy.FIRST;
    private boolean pricesIncludeTax;
    private boolean active = true;
    private SettlementTerms settlement;
    private PostalAddress shipTo = new PostalAddress(null, null, null, "Bristol", null, "BS1 1AA", "GB");

    private SampleShop(List<ItemTerms> items) {
        this.items = items.stream().collect(Collectors.toMap(ItemTerms::item, each -> each));
    }

    static SampleShop selling(Samples.ItemBuilder... items) {
        return new SampleShop(
                Arrays.stream(items).map(Samples.ItemBuilder::build).toList());
    }

    SampleShop with(OrderDiscount discount) {
        discounts.add(discount);
        return this;
    }

    SampleShop with(ChargeRule charge) {
        charges.add(charge);
        return this;
    }

    SampleShop with(AgreementPolicy other) {
        policy = other;
        return this;
    }

    SampleShop with(SettlementTerms terms) {
        settlement = terms;
        return this;
    }

    SampleShop withPricesIncludingTax() {
        pricesIncludeTax = true;
        return this;
    }

    SampleShop toInactiveCustomers() {
        active = false;
        return this;
    }

    SampleShop shippingTo(String country, String postalCode) {
        shipTo = new PostalAddress(null, null, null, null, null, postalCode, country);
        return this;
    }

    /** Prices lines such as "3 BOLT" and "2 BOX12 of BOLT". */
    PricedDocument price(String... lines) {
        return price(Arrays.stream(lines).map(SampleShop::line).toList());
    }

    PricedDocument price(List<PriceLine> lines) {
        return priceOn(DAY, null, lines);
    }

    PricedDocument priceOn(LocalDate day, Currency currency, List<PriceLine> lines) {
        PriceRequest request =
                new PriceRequest(new Buyer.Customer(new CustomerRef.ByAccount(ACCOUNT)), day, currency, null, lines);
        return engine().calculate(request, MaxAge.ANY).value();
    }

    static PriceLine line(String text) {
        String[] words = text.split(" ");
        String unit = words.length > 2 ? words[1] : null;
        return new PriceLine(null, new ItemId(words[words.length - 1]), number(words[0]), unit);
    }

    private PricingEngine engine() {
        TaxTable british = TaxTable.of(
                List.of(rule("GB-S", "STANDARD", TaxCategory.S, "20"), rule("GB-Z", "ZERO", TaxCategory.Z, "0")));
        return new PricingEngine(
                new Lists(),
                (countries, maxAge) -> Answer.live(
                        countries.stream()
                                .collect(Collectors.toMap(
                                        country -> country,
                                        country -> country.equals("GB") ? british : TaxTable.of(List.of()))),
                        NOW),
                (from, to, on, maxAge) -> Answer.live(rate(from, to), NOW),
                policy,
                RoundingLevel.DOCUMENT,
                false);
    }

    private static Optional<BigDecimal> rate(Currency from, Currency to) {
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        return from.equals(EUR) && to.equals(GBP) ? Optional.of(number("0.85")) : Optional.empty();
    }

    private static TaxRule rule(String id, String taxClass, TaxCategory category, String rate) {
        return new TaxRule(id, "GB", taxClass, null, null, category, number(rate), null, null, LocalDate.EPOCH, null);
    }

    private final class Lists implements PriceLists {

        @Override
        public Answer<PriceTerms> termsOf(AccountId account, MaxAge maxAge) {
            return Answer.live(
                    new PriceTerms(
                            account,
                            active,
                            GBP,
                            null,
                            null,
                            pricesIncludeTax,
                            new TaxParty("GB", "GB123456789", false),
                            "GB",
                            null,
                            null,
                            settlement,
                            shipTo,
                            List.of()),
                    NOW);
        }

        @Override
        public Answer<PriceTerms> termsOf(Buyer.Prospect prospect, MaxAge maxAge) {
            throw new AssertionError("tests of this shop do not expect a prospect");
        }

        @Override
        public Answer<Map<ItemId, ItemTerms>> of(PriceTerms terms, Set<ItemId> ids, MaxAge maxAge) {
            return Answer.live(
                    ids.stream().filter(items::containsKey).collect(Collectors.toMap(id -> id, items::get)), NOW);
        }

        @Override
        public Answer<OrderTerms> orderTermsOf(PriceTerms terms, MaxAge maxAge) {
            return Answer.live(new OrderTerms(discounts, charges), NOW);
        }

        @Override
        public Answer<Page<ItemId>> itemsOf(
                PriceTerms terms, LocalDate date, String itemGroup, PageRequest page, MaxAge maxAge) {
            throw new AssertionError("tests of this shop do not expect a list of all items");
        }
    }
}
