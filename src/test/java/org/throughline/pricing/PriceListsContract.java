package org.throughline.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Source;
import org.throughline.tax.ExemptionCertificate;
import org.throughline.tax.TaxClass;
import org.throughline.tax.TaxParty;

/**
 * What every ERP's {@link PriceLists} do. The ERP under test must hold: branches B1 (GB, GBP) and B2 (DE, EUR); general
 * lists G-GBP and G-EUR without tax and G-TAX (GBP) with tax; the list OWN (GBP); the accounts, items, prices, agreements
 * and promotions that the tests expect; and {@link #FILLERS} items F0000, F0001 ... at 1.00 GBP each in G-GBP.
 */
public abstract class PriceListsContract {

    public static final String DATASET = "main";
    public static final int FILLERS = 1_100;

    private static final LocalDate DAY = LocalDate.of(2026, 11, 15);
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Period SINCE_2025 = new Period(LocalDate.of(2025, 1, 1), null);
    private static final Period IN_2025 = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));
    private static final AccountId OWN_LIST = new AccountId(DATASET, "A-OWN");
    private static final AccountId PLAIN = new AccountId(DATASET, "A-PLAIN");
    private static final ItemId BOLT = new ItemId("BOLT");

    protected abstract PriceLists priceLists();

    @Test
    void theTermsOfAnAccountAreItsListItsGroupItsBranchAndWhereItsGoodsGo() {
        PriceTerms terms = termsOf(OWN_LIST);
        assertThat(terms)
                .isEqualTo(new PriceTerms(
                        OWN_LIST,
                        true,
                        GBP,
                        "OWN",
                        "TRADE",
                        false,
                        new TaxParty("GB", "GB111", false),
                        "GB",
                        "GB222",
                        new ExemptionCertificate(
                                "CERT", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), null, null, null),
                        null,
                        new PostalAddress("Goods in", "1 Dock", null, "Hull", null, "HU1 1AA", "GB"),
                        List.of()));
    }

    @Test
    void anAccountWithoutListGroupOrAddressHasTheGeneralTerms() {
        PriceTerms terms = termsOf(PLAIN);
        assertThat(terms.priceList()).isNull();
        assertThat(terms.priceGroup()).isNull();
        assertThat(terms.currency()).isEqualTo(EUR);
        assertThat(terms.exemption()).isNull();
        assertThat(terms.shipTo()).isEqualTo(new PostalAddress(null, null, null, null, null, null, "FR"));
        assertThat(terms.seller()).isEqualTo(new TaxParty("DE", "DE111", false));
    }

    @Test
    void anAccountThatIsNotThereIsAFault() {
        for (AccountId id : List.of(new AccountId(DATASET, "NOT-THERE"), new AccountId("other", "A-OWN"))) {
            assertThatThrownBy(() -> termsOf(id))
                    .asInstanceOf(type(ServiceFault.class))
                    .extracting(ServiceFault::code)
                    .isEqualTo(ErrorCode.ACCOUNT_NOT_FOUND);
        }
    }

    @Test
    void aProspectBuysFromTheBranchOfItsCountryOrTheFirst() {
        PriceTerms german = termsOf(prospect("DE"));
        assertThat(german.currency()).isEqualTo(EUR);
        assertThat(german.assumptions())
                .containsExactly(new Assumption("branch", "B2"), new Assumption("priceList", "G-EUR"));
        PriceTerms american = termsOf(prospect("US"));
        assertThat(american.seller()).isEqualTo(new TaxParty("GB", "GB111", false));
        assertThat(american.assumptions())
                .containsExactly(new Assumption("branch", "B1"), new Assumption("priceList", "G-GBP"));
        assertThat(american.account()).isNull();
    }

    @Test
    void anItemComesWithUnitsPricesAgreementsAndPromotions() {
        ItemTerms bolt = of(OWN_LIST, BOLT).get(BOLT);
        assertThat(bolt.description()).isEqualTo("Hex bolt");
        assertThat(bolt.group()).isEqualTo("FASTENERS");
        assertThat(bolt.taxClass()).isEqualTo(new TaxClass("STANDARD", false));
        assertThat(bolt.blocked()).isFalse();
        assertThat(bolt.units()).extracting(PriceUnit::code).containsExactly("EA", "BOX12");
        assertThat(bolt.units().get(1).factor()).isEqualByComparingTo("12");
        assertThat(bolt.prices())
                .usingRecursiveFieldByFieldElementComparator(byAmount())
                .containsExactlyInAnyOrder(
                        price(PriceSource.GENERAL_LIST, "G-GBP", GBP, "0", "10", IN_2025),
                        price(
                                PriceSource.GENERAL_LIST,
                                "G-GBP",
                                GBP,
                                "0",
                                "11",
                                new Period(LocalDate.of(2026, 1, 1), null)),
                        price(PriceSource.GENERAL_LIST, "G-EUR", EUR, "0", "12.345678", SINCE_2025),
                        price(PriceSource.ACCOUNT_LIST, "OWN", GBP, "0", "9", SINCE_2025),
                        price(PriceSource.ACCOUNT_LIST, "OWN", GBP, "10", "8", SINCE_2025),
                        price(PriceSource.ACCOUNT_ITEM, "AG-ITEM", GBP, "100", "7", SINCE_2025));
        assertThat(bolt.discounts())
                .extracting(discount -> discount.source() + " " + discount.id() + " " + discount.chain())
                .containsExactlyInAnyOrder(
                        "ACCOUNT_ITEM_GROUP AG-GROUP [Percent[percent=10], Percent[percent=5]]",
                        "PRICE_GROUP_ITEM AG-TRADE-ITEM [Percent[percent=3]]",
                        "PRICE_GROUP_ITEM_GROUP AG-TRADE-GROUP [Percent[percent=2.5]]");
        assertThat(bolt.promotions()).extracting(Promotion::id).containsExactlyInAnyOrder("PR-ITEM", "PR-GROUP");
    }

    @Test
    void anItemComesWithItsWeightItsBreakGroupAndThePromotionsOfBaskets() {
        ItemId id = new ItemId("AGREED");
        Map<ItemId, ItemTerms> found = of(PLAIN, BOLT, id, new ItemId("FITTING"));
        assertThat(found.get(BOLT).breakGroup()).isEqualTo("BOLTS");
        assertThat(found.get(BOLT).weight()).isEqualByComparingTo("2.5");
        assertThat(found.get(id).breakGroup()).isNull();
        Map<String, Promotion> promotions =
                found.get(id).promotions().stream().collect(Collectors.toMap(Promotion::id, each -> each));
        assertThat(promotions.keySet()).containsExactlyInAnyOrder("PR-GROUP", "PR-DEAL", "PR-GIFT", "PR-SET");
        Promotion.QuantityDeal deal = (Promotion.QuantityDeal) promotions.get("PR-DEAL");
        assertThat(deal.take()).isEqualByComparingTo("3");
        assertThat(deal.pay()).isEqualByComparingTo("2");
        assertThat(deal.terms())
                .isEqualTo(new PromotionTerms("PR-DEAL", "Promotion PR-DEAL", 100, true, false, SINCE_2025));
        Promotion.FreeGoods gift = (Promotion.FreeGoods) promotions.get("PR-GIFT");
        assertThat(gift.gift()).isEqualTo(BOLT);
        assertThat(gift.free()).isEqualByComparingTo("1");
        Promotion.Bundle set = (Promotion.Bundle) promotions.get("PR-SET");
        assertThat(set.contents()).containsOnlyKeys(id, new ItemId("FITTING"));
        assertThat(set.contents().get(id)).isEqualByComparingTo("2");
        assertThat(set.price()).isEqualByComparingTo("19.99");
        assertThat(found.get(new ItemId("FITTING")).promotions()).containsExactly(set);
    }

    @Test
    void ordersGetTheDiscountsOfTheirBuyerAndAllCharges() {
        OrderTerms own =
                priceLists().orderTermsOf(termsOf(OWN_LIST), MaxAge.ANY).value();
        assertThat(own.discounts())
                .extracting(each -> each.owner() + " " + each.id() + " " + each.currency())
                .containsExactlyInAnyOrder("EVERYBODY OD-ALL GBP", "ACCOUNT OD-OWN GBP", "PRICE_GROUP OD-TRADE GBP");
        OrderTerms plain = priceLists().orderTermsOf(termsOf(PLAIN), MaxAge.ANY).value();
        assertThat(plain.discounts()).extracting(OrderDiscount::id).containsExactlyInAnyOrder("OD-ALL", "OD-PLAIN");
        assertThat(priceLists()
                        .orderTermsOf(termsOf(prospect("GB")), MaxAge.ANY)
                        .value()
                        .discounts())
                .extracting(OrderDiscount::id)
                .containsExactly("OD-ALL");
        assertThat(own.charges()).extracting(ChargeRule::id).containsExactlyInAnyOrder("CH-1", "CH-2");
        ChargeRule freight = own.charges().stream()
                .filter(each -> each.id().equals("CH-1"))
                .findFirst()
                .orElseThrow();
        assertThat(freight.kind()).isEqualTo(ChargeRule.Kind.FREIGHT);
        assertThat(freight.postalCodes().pattern()).isEqualTo("HU.*");
        assertThat(freight.minWeight()).isEqualByComparingTo("5");
        assertThat(freight.perKilogram()).isEqualByComparingTo("0.25");
        assertThat(freight.taxClass()).isEqualTo(new TaxClass("STANDARD", false));
        assertThat(freight.validity()).isEqualTo(SINCE_2025);
    }

    @Test
    void nobodySeesTheTermsOfOthers() {
        ItemTerms bolt = of(PLAIN, BOLT).get(BOLT);
        assertThat(bolt.prices()).extracting(PriceEntry::id).containsOnly("G-GBP", "G-EUR");
        assertThat(bolt.discounts()).isEmpty();
        Map<ItemId, ItemTerms> prospects = priceLists()
                .of(termsOf(prospect("GB")), Set.of(BOLT), MaxAge.ANY)
                .value();
        assertThat(prospects.get(BOLT).discounts()).isEmpty();
    }

    @Test
    void servicesAndBlockedItemsAreMarkedAndUnknownOnesLeftOut() {
        Map<ItemId, ItemTerms> found = of(PLAIN, new ItemId("FITTING"), new ItemId("GONE"), new ItemId("NOT-THERE"));
        assertThat(found).containsOnlyKeys(new ItemId("FITTING"), new ItemId("GONE"));
        assertThat(found.get(new ItemId("FITTING")).taxClass()).isEqualTo(new TaxClass("STANDARD", true));
        assertThat(found.get(new ItemId("GONE")).blocked()).isTrue();
    }

    @Test
    void manyItemsComeAtOnce() {
        Set<ItemId> ids =
                IntStream.range(0, FILLERS).mapToObj(PriceListsContract::filler).collect(Collectors.toSet());
        Map<ItemId, ItemTerms> found =
                priceLists().of(termsOf(OWN_LIST), ids, MaxAge.ANY).value();
        assertThat(found.keySet()).isEqualTo(ids);
        assertThat(found.values()).allSatisfy(item -> assertThat(item.prices()).hasSize(1));
    }

    @Test
    void noItemsAreNothing() {
        assertThat(priceLists().of(termsOf(PLAIN), Set.of(), MaxAge.ANY).value())
                .isEmpty();
    }

    @Test
    void pagesShowEveryPricedItemOnceInTheOrderOfItems() {
        List<ItemId> all = allItemsOf(OWN_LIST, null, 500);
        assertThat(all).hasSize(FILLERS + 2).doesNotHaveDuplicates();
        assertThat(all).isSortedAccordingTo(Comparator.comparing(ItemId::value));
        assertThat(all).contains(BOLT, new ItemId("AGREED")).doesNotContain(new ItemId("GONE"));
        assertThat(allItemsOf(OWN_LIST, null, 7).subList(0, 20)).isEqualTo(all.subList(0, 20));
    }

    @Test
    void pagesCanBeOfOneGroupAndAreInTheAccountsCurrency() {
        assertThat(allItemsOf(OWN_LIST, "FASTENERS", 1)).containsExactly(new ItemId("AGREED"), BOLT);
        assertThat(allItemsOf(PLAIN, null, 10)).containsExactly(BOLT);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String cursor = page(OWN_LIST, null, PageRequest.first(1)).nextCursor().orElseThrow();
        assertThatThrownBy(() -> page(PLAIN, null, new PageRequest(1, Optional.of(cursor))))
                .asInstanceOf(type(ServiceFault.class))
                .extracting(ServiceFault::code)
                .isEqualTo(ErrorCode.INVALID_CURSOR);
    }

    @Test
    void answersAreLive() {
        assertThat(priceLists().termsOf(PLAIN, MaxAge.LIVE).freshness().source())
                .isEqualTo(Source.LIVE);
    }

    /** The id of one of the items that are there in great number. */
    public static ItemId filler(int number) {
        return new ItemId("F%04d".formatted(number));
    }

    private PriceTerms termsOf(AccountId account) {
        return priceLists().termsOf(account, MaxAge.ANY).value();
    }

    private PriceTerms termsOf(Buyer.Prospect prospect) {
        return priceLists().termsOf(prospect, MaxAge.ANY).value();
    }

    private Map<ItemId, ItemTerms> of(AccountId account, ItemId... items) {
        return priceLists().of(termsOf(account), Set.of(items), MaxAge.ANY).value();
    }

    private List<ItemId> allItemsOf(AccountId account, String group, int size) {
        List<ItemId> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<ItemId> page = page(account, group, new PageRequest(size, cursor));
            all.addAll(page.entries());
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        return all;
    }

    private Page<ItemId> page(AccountId account, String group, PageRequest page) {
        return priceLists()
                .itemsOf(termsOf(account), DAY, group, page, MaxAge.ANY)
                .value();
    }

    private static Buyer.Prospect prospect(String country) {
        return new Buyer.Prospect(new PostalAddress(null, null, null, null, null, null, country), null, null, false);
    }

    private static PriceEntry price(
            PriceSource source, String id, Currency currency, String min, String price, Period validity) {
        return new PriceEntry(
                source, id, currency, "EA", new BigDecimal(min), new BigDecimal(price), BigDecimal.ONE, validity);
    }

    private static RecursiveComparisonConfiguration byAmount() {
        return RecursiveComparisonConfiguration.builder()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .build();
    }
}
